import type { FieldsOf } from '../../board/card.ts'
import type { ModelBoard, ModelCard, ModelLink } from '../model-board.ts'

interface Operation {
  /** As printed, with its space; the platform has none. */
  readonly code?: string
  readonly title: string
  readonly cents: number
  readonly axis: '1' | '3' | '4'
  readonly fields?: FieldsOf<'action'>
}

const DEDUCED = ['nature', 'costCents']

/** Targets of axis 3 are read from the headings under which the slide sets the operations, hence inferred. */
const forGroup = (group: string): FieldsOf<'action'> => ({
  targetGroups: [group],
  inferred: [...DEDUCED, 'targetGroups'],
})

/** Slide «Agenzia Sociale per la Casa 4 M€». What the 4 M€ of the heading cover is not said. */
const OPERATIONS: readonly Operation[] = [
  {
    code: 'NA 4.1.1.a',
    title: 'Lavori di completamento di 32 alloggi di edilizia residenziale pubblica',
    cents: 280000000,
    axis: '4',
    fields: { indicators: [{ type: 'output', label: 'Alloggi completati', unit: 'alloggi', target: 32 }] },
  },
  {
    code: 'NA 4.1.1.b',
    title: 'Interventi di riqualificazione infrastrutturale e sociale nel quartiere di Scampia',
    cents: 900000000,
    axis: '4',
    fields: { places: ['Scampia'] },
  },
  { title: 'Piattaforma ASC – ERP', cents: 160000000, axis: '1' },
  {
    code: 'NA 3.3.1.a',
    title: 'Spazi di innovazione sociale',
    cents: 420000000,
    axis: '3',
  },
  {
    code: 'NA 3.1.1.b',
    title: 'Neo-maggiorenni',
    cents: 250000000,
    axis: '3',
    fields: { targetGroups: ['Neo-maggiorenni'] },
  },
  { code: 'NA 3.1.1.f', title: 'Salute mentale', cents: 40000000, axis: '3' },
  {
    code: 'NA 3.2.2.c',
    title: 'Adulti in difficoltà',
    cents: 95000000,
    axis: '3',
    fields: { targetGroups: ['Adulti in difficoltà'] },
  },
  {
    code: 'NA 3.1.1.d',
    title: 'Abitare in Fiorinda',
    cents: 78000000,
    axis: '3',
    fields: forGroup('Vittime di violenza di genere'),
  },
  { code: 'NA 3.1.1.e', title: 'Semi (di) Autonomia', cents: 60000000, axis: '3' },
  {
    code: 'NA 3.2.2.b',
    title: 'Accoglienza a bassa soglia',
    cents: 448000000,
    axis: '3',
    fields: forGroup('Persone senza dimora'),
  },
  {
    code: 'NA 3.2.2.a',
    title: 'Unità di strada',
    cents: 110000000,
    axis: '3',
    fields: forGroup('Persone senza dimora'),
  },
  { code: 'NA 3.1.1.c', title: 'Comunità a spazi condivisi', cents: 150000000, axis: '3' },
]

const NATURES = { '1': 'digital', '3': 'immaterial', '4': 'material' } as const

const nameOf = (operation: Operation): string => operation.code ?? operation.title

const actionOf = (operation: Operation): ModelCard<'action'> => ({
  name: nameOf(operation),
  title: operation.title,
  fields: {
    nature: NATURES[operation.axis],
    costCents: operation.cents,
    ...(operation.code && { operationCode: operation.code }),
    inferred: DEDUCED,
    ...operation.fields,
  },
})

/** `NA 3.1.1.b` stands under specific objective 3.1: city prefix, axis.objective.action, letter of the operation. */
function linksOf(operation: Operation): ModelLink[] {
  const objective = operation.code?.match(/\d\.\d/)?.[0]
  return [
    [
      nameOf(operation),
      'programmedUnder',
      `axis${operation.axis}`,
      objective === undefined ? {} : { specificObjective: objective },
    ],
    [operation.axis === '3' ? 'esf' : 'erdf', 'finances', nameOf(operation), { cents: operation.cents }],
  ]
}

export const agenziaSocialeCasa: ModelBoard = {
  needs: [],
  intervention: {
    name: 'frame',
    title: 'Agenzia Sociale per la Casa',
    body: 'Soluzioni all’abitare; orientamento ai servizi sociali; orientamento al lavoro. Gestione ERP; gestione emergenza abitativa; contrasto alla marginalità estrema; percorsi di autonomia guidata; inclusione attiva; formazione.',
    fields: {
      declared: [
        { label: 'Agenzia Sociale per la Casa 4 M€', cents: 400000000, programme: 'pon-metro-2014-2020' },
      ],
    },
    columns: 3,
    actions: OPERATIONS.map(actionOf),
  },
  contexts: [],
  axes: [
    { name: 'axis4', title: 'Asse 4 · Infrastrutture per l’inclusione sociale', fields: { axis: '4' } },
    { name: 'axis3', title: 'Asse 3 · Servizi per l’inclusione sociale', fields: { axis: '3' } },
    { name: 'axis1', title: 'Asse 1 · Agenda digitale metropolitana', fields: { axis: '1' } },
  ],
  funds: [
    { name: 'erdf', title: 'FESR', fields: { fund: 'ERDF' } },
    { name: 'esf', title: 'FSE', fields: { fund: 'ESF' } },
  ],
  links: OPERATIONS.flatMap(linksOf),
}
