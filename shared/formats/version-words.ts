import type { Answer, State } from '../agreement/agreement.ts'
import type { FrozenVersion, PartyWord } from './format.ts'
import { italianDate } from './words.ts'

/** Italian words of the files that people read, for a version that was proposed or agreed. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  open: 'Versione proposta, non ancora concordata',
  agreed: 'Versione concordata',
  withdrawn: 'Versione proposta e poi ritirata',
}

const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  agree: 'D’accordo',
  abstain: 'Si astiene',
  object: 'Ha un’obiezione',
}

/** `Versione concordata «Piano di novembre»`. */
export const versionTitle = ({ state, label }: FrozenVersion): string => `${STATE_WORDS[state]} «${label}»`

/** `Proposta il 20/11/2026, concordata il 22/11/2026`. */
export function versionDates({ state, proposedAt, endedAt }: FrozenVersion): string {
  const end = state === 'agreed' ? 'concordata' : 'ritirata'
  return `Proposta il ${italianDate(proposedAt)}${endedAt ? `, ${end} il ${italianDate(endedAt)}` : ''}`
}

/** What a list that has no cover says of itself, in a line. */
export const versionLine = (version: FrozenVersion): string =>
  `${versionTitle(version)}. ${versionDates(version)}. Impronta del piano (SHA-256): ${version.sha256}`

export const answerWords = ({ answer }: PartyWord): string =>
  answer === null ? 'Non si è espresso' : ANSWER_WORDS[answer]

/** Who spoke for a partner and on which day; empty while nobody did. */
export const speakerWords = ({ by, at }: PartyWord): string =>
  [by?.name ?? '', at ? italianDate(at) : ''].filter(Boolean).join(', ')
