import type { ModelBoard } from './model-board.ts'

/** An intervention of PON Metro 2014-20 of which the slides give the name and the axis, once an amount, and nothing more. */
export interface Named {
  readonly title: string
  readonly axes: readonly Axis[]
  /** Where the text says so; on the maps of the slides the names of the cities are lost. */
  readonly city?: string
  /** As printed there. */
  readonly costCents?: number
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

const of = (axes: readonly Axis[], ...titles: readonly string[]): Named[] =>
  titles.map((title) => ({ title, axes }))

/**
 * The interventions that the slides name beside the worked cases, in their order; two misprints are set right («crowfunding»,
 * «transazione abitativa»).
 */
export const NAMED: readonly Named[] = [
  ...of(
    ['3'],
    'SAT, servizi abitativi temporanei',
    'Polis 2.0, percorsi per la coesione sociale',
    'Accompagnamento alla casa popolazioni Rom',
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
    'Misure per famiglie in disagio abitativo',
    'Centri Educazione al Lavoro',
    'Percorsi di autonomia guidata per differenti target fragili',
    'Percorsi di inclusione sociale giovani',
    'Attività di animazione territoriale e progettazione partecipata',
    'Contributi ed azioni di accompagnamento per avvio di attività imprenditoriali di carattere sociale',
    'Percorsi casa Rom',
    'Percorsi autonomia target fragili',
  ),
  { title: 'Abitare in Fiorinda', axes: ['3'], city: 'Napoli', costCents: 78_000_000 },
  ...of(
    ['4'],
    'Alloggi sociali',
    'Spazi per attività di inclusione sociale',
    'Rafforzamento ERP',
    'Strutture per senza dimora',
    'Rafforzamento ERP e nuove forme di abitare',
    'Strutture per transizione abitativa e percorsi protetti',
    'Alloggi sociali per categorie fragili',
  ),
]

/** Where a name stands in the slides. */
export const sourceOf = ({ city }: Named): string => (city === undefined ? SOURCE : NAPOLI)

/** A frame with one action under its axes: what is not in the slides stays open, to be written. */
export function boardOfNamed(named: Named): ModelBoard {
  const { title, axes, costCents } = named
  return {
    needs: [],
    intervention: {
      name: 'frame',
      title,
      body: sourceOf(named),
      columns: 1,
      actions: [{ name: 'action', title, ...(costCents !== undefined && { fields: { costCents } }) }],
    },
    contexts: [],
    axes: axes.map((axis) => ({ name: `axis${axis}`, title: AXES[axis], fields: { axis } })),
    funds: [],
    links: axes.map((axis) => ['action', 'programmedUnder', `axis${axis}`]),
  }
}
