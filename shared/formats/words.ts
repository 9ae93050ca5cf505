import type { DesignLevel, Nature, PartnerType } from '../board/card.ts'
import type { Commitment } from '../plan/plan.ts'
import type { Severity } from '../programme/programme.ts'

/** Italian words of the files that people read, for what the plan says in codes. */
export const NATURE: Readonly<Record<Nature, string>> = {
  material: 'Materiale',
  immaterial: 'Immateriale',
  digital: 'Digitale',
}

export const DESIGN_LEVEL: Readonly<Record<DesignLevel, string>> = {
  none: 'Nessun progetto',
  feasibility: 'Studio di fattibilità',
  preliminary: 'Progetto preliminare',
  definitive: 'Progetto definitivo',
  executive: 'Progetto esecutivo',
}

export const PARTNER_TYPE: Readonly<Record<PartnerType, string>> = {
  municipality: 'Comune',
  association: 'Associazione',
  cooperative: 'Cooperativa',
  foundation: 'Fondazione',
  company: 'Impresa',
  citizens: 'Gruppo di cittadini',
  publicBody: 'Ente pubblico',
  other: 'Altro soggetto',
}

export const ROLE: Readonly<Record<Commitment['role'], string>> = {
  insideLead: 'Capofila intramoenia',
  outsideLead: 'Capofila extramoenia',
  partner: 'Partner',
}

export const COMMITMENT: Readonly<Record<string, string>> = {
  space: 'Spazi',
  hours: 'Ore di lavoro',
  volunteers: 'Volontari',
  coFunding: 'Cofinanziamento',
  equipment: 'Attrezzature',
  other: 'Altro',
}

export const SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'Errore',
  warning: 'Avviso',
  information: 'Informazione',
}

/** Fields of an action that may be inferred; a name this version does not know is shown as it is. */
export const INFERRED: Readonly<Record<string, string>> = {
  nature: 'natura',
  costCents: 'costo',
  needs: 'bisogni a cui risponde',
  targetGroups: 'destinatari',
  places: 'territori',
  start: 'inizio',
  end: 'fine',
  designLevel: 'livello di progettazione',
  operationCode: 'codice operazione',
  sameOperationAs: 'operazione coincidente',
  axis: 'asse',
}

/** `2026-03-05` → `05/03/2026`; a time of day is left out. */
export const italianDate = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/')

/** `dal 05/03/2026 al 31/12/2026`, or the half that is known; empty when neither is. */
export function period(start: string | null, end: string | null): string {
  if (start && end) return `dal ${italianDate(start)} al ${italianDate(end)}`
  if (start) return `dal ${italianDate(start)}`
  return end ? `fino al ${italianDate(end)}` : ''
}

/** `FESR, FSE e fondi comunali`. */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} e ${words.at(-1) ?? ''}`

export const named = (titled: { readonly title: string }): string => titled.title.trim() || 'Senza titolo'

/** `1 azione`, `3 azioni`. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
