/** A worked case that a table can start from. Its cards are in `insert-model.ts`, which is loaded when one is chosen. */
export interface Model {
  readonly id: ModelId
  readonly title: string
  /** City of the case, as in the programme's list. */
  readonly city: string
  /** Id of the programme pack it was financed under. */
  readonly programme: string
  /** Where its words and amounts come from. */
  readonly source: string
}

export const MODEL_IDS = [
  'quartieri-connessi',
  'hub-innovazione-inclusiva',
  'centro-prima-accoglienza',
  'agenzia-sociale-casa',
] as const
export type ModelId = (typeof MODEL_IDS)[number]

const MILANO = {
  city: 'Milano',
  programme: 'pon-metro-2014-2020',
  source: 'Slide «PON Metro Milano 2014-2020, Innovazione sociale e integrazione tra fondi»',
}
const NAPOLI = {
  city: 'Napoli',
  programme: 'pon-metro-2014-2020',
  source: 'Slide «PON Metro Napoli 2014-2020, Innovazione sociale e integrazione tra fondi»',
}

export const MODELS: readonly Model[] = [
  { id: 'quartieri-connessi', title: 'Quartieri Connessi', ...MILANO },
  { id: 'hub-innovazione-inclusiva', title: 'HUB dell’innovazione inclusiva', ...MILANO },
  { id: 'centro-prima-accoglienza', title: 'Centro di Prima Accoglienza, via de Blasiis', ...NAPOLI },
  { id: 'agenzia-sociale-casa', title: 'Agenzia Sociale per la Casa', ...NAPOLI },
]
