import type { FieldsOf } from '../board/card.ts'
import type { ModelBoard, ModelLink } from './model-board.ts'

/** An intervention of PON Metro 2014-20 of which the slides give the name and the axis, once a code and an amount, and nothing more. */
export interface Named {
  readonly title: string
  readonly axes: readonly Axis[]
  /** Where the text says so; on the maps of the slides the names of the cities are lost. */
  readonly city?: string
  /** Whom it is for, where its name says so. */
  readonly targets?: readonly string[]
  /** What is printed of it as an operation of its city. */
  readonly operation?: Operation
}

interface Operation {
  readonly code: string
  readonly specificObjective: string
  /** As printed there; axis 3 is paid by the FSE. */
  readonly cents: number
  /** From the heading under which it stands. */
  readonly inferredTargets: readonly string[]
}

type Axis = '3' | '4'

export const NAMED_PROGRAMME = 'pon-metro-2014-2020'

const SOURCE = 'Slide «Primi risultati ed esempi di interventi», Asse 3 e Asse 4, aggiornamento al 26/06/2019'
const NAPOLI =
  'Slide «PON Metro Napoli 2014-2020, Innovazione sociale e integrazione tra fondi», operazione NA 3.1.1.d'

const AXES: Readonly<Record<Axis, string>> = {
  3: 'Asse 3 · Servizi per l’inclusione sociale',
  4: 'Asse 4 · Infrastrutture per l’inclusione sociale',
}

/** A name, or a name with whom it says that it is for. */
const of = (axes: readonly Axis[], ...names: readonly (string | readonly [string, string])[]): Named[] =>
  names.map((name) =>
    typeof name === 'string' ? { title: name, axes } : { title: name[0], axes, targets: [name[1]] },
  )

/**
 * The interventions that the slides name beside the worked cases, in their order; two misprints are set right («crowfunding»,
 * «transazione abitativa»).
 */
export const NAMED: readonly Named[] = [
  ...of(
    ['3'],
    'SAT, servizi abitativi temporanei',
    'Polis 2.0, percorsi per la coesione sociale',
    ['Accompagnamento alla casa popolazioni Rom', 'Comunità Rom'],
    'ToHome: percorsi di inclusione abitativa',
    'Contributi per progetti Welfare di comunità',
    'Civic crowdfunding',
    'Attivazione Agenzia per la coesione sociale',
    'Welfare di comunità',
    'Condomini solidali',
    'Forme innovative di abitare condiviso',
  ),
  ...of(['3', '4'], 'Hub dell’economia solidale'),
  ...of(
    ['3'],
    'Attività e progetti per sperimentare nuovi servizi nelle periferie',
    'Welfare culturale',
    'Azioni integrate di contrasto alla povertà abitativa',
    ['Misure per famiglie in disagio abitativo', 'Famiglie in disagio abitativo'],
    'Centri Educazione al Lavoro',
    'Percorsi di autonomia guidata per differenti target fragili',
    ['Percorsi di inclusione sociale giovani', 'Giovani'],
    'Attività di animazione territoriale e progettazione partecipata',
    'Contributi ed azioni di accompagnamento per avvio di attività imprenditoriali di carattere sociale',
    ['Percorsi casa Rom', 'Comunità Rom'],
    'Percorsi autonomia target fragili',
  ),
  {
    title: 'Abitare in Fiorinda',
    axes: ['3'],
    city: 'Napoli',
    operation: {
      code: 'NA 3.1.1.d',
      specificObjective: '3.1',
      cents: 78_000_000,
      inferredTargets: ['Vittime di violenza di genere'],
    },
  },
  ...of(
    ['4'],
    'Alloggi sociali',
    'Spazi per attività di inclusione sociale',
    'Rafforzamento ERP',
    ['Strutture per senza dimora', 'Persone senza dimora'],
    'Rafforzamento ERP e nuove forme di abitare',
    'Strutture per transizione abitativa e percorsi protetti',
    'Alloggi sociali per categorie fragili',
  ),
]

/** Where a name stands in the slides. */
export const sourceOf = ({ city }: Named): string => (city === undefined ? SOURCE : NAPOLI)

/** A frame with one action under its axes: what is not in the slides stays open, to be written. */
export function boardOfNamed(named: Named): ModelBoard {
  const { title, axes, operation } = named
  return {
    needs: [],
    intervention: {
      name: 'frame',
      title,
      body: sourceOf(named),
      columns: 1,
      actions: [{ name: 'action', title, fields: fieldsOf(named) }],
    },
    contexts: [],
    axes: axes.map((axis) => ({ name: `axis${axis}`, title: AXES[axis], fields: { axis } })),
    funds: operation ? [{ name: 'esf', title: 'FSE', fields: { fund: 'ESF' } }] : [],
    links: [
      ...axes.map((axis): ModelLink => [
        'action',
        'programmedUnder',
        `axis${axis}`,
        operation && { specificObjective: operation.specificObjective },
      ]),
      ...(operation ? [['esf', 'finances', 'action', { cents: operation.cents }] as const] : []),
    ],
  }
}

function fieldsOf({ targets, operation }: Named): FieldsOf<'action'> {
  if (!operation) return targets ? { targetGroups: targets } : {}
  return {
    operationCode: operation.code,
    costCents: operation.cents,
    targetGroups: operation.inferredTargets,
    inferred: ['costCents', 'targetGroups'],
  }
}
