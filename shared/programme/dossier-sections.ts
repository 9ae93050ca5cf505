/** The chapters that a dossier is made of, in the order that they have where a programme states none. */
export const DOSSIER_SECTIONS = [
  'agreement',
  'summary',
  'origin',
  'interventions',
  'ledger',
  'annexV',
  'findings',
] as const

export type DossierSection = (typeof DOSSIER_SECTIONS)[number]
