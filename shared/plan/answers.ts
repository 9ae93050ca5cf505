import type { CardId, LinkId } from '../ids.ts'
import type { Act } from './act.ts'
import type { Answer } from './check.ts'
import type { Sentence } from './finding.ts'

/** Whom an answer is about. */
export interface Subject {
  readonly intervention: CardId | null
  readonly cards: readonly CardId[]
  readonly links?: readonly LinkId[]
  /** The answer rests on a datum of the pack that nobody verified. */
  readonly unverified?: boolean
}

const NOTHING_TO_DO: Sentence = { it: '', en: '' }

export const holds = (subject: Subject, sentence: Sentence): Answer =>
  answer('holds', subject, sentence, NOTHING_TO_DO)

/** `remedy`: one sentence on what to do; `act`: the same as data, where a single act would mend it. */
export const fails = (subject: Subject, sentence: Sentence, remedy: Sentence, act?: Act): Answer =>
  answer('fails', subject, sentence, remedy, act)

/** `missing`: one sentence on what to write so that the rule can answer; `act`: where. */
export const notYetKnown = (subject: Subject, sentence: Sentence, missing: Sentence, act?: Act): Answer =>
  answer('notYetKnown', subject, sentence, missing, act)

const answer = (
  verdict: Answer['verdict'],
  { intervention, cards, links = [], unverified = false }: Subject,
  sentence: Sentence,
  remedy: Sentence,
  act?: Act,
): Answer => ({ verdict, intervention, cards, links, sentence, remedy, act, unverified })
