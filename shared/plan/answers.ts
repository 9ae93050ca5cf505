import type { CardId, LinkId } from '../ids.ts'
import type { Answer } from './check.ts'
import type { Sentence } from './finding.ts'

/** Whom an answer is about. */
export interface Subject {
  readonly intervention: CardId | null
  readonly cards: readonly CardId[]
  readonly links?: readonly LinkId[]
}

const NOTHING_TO_DO: Sentence = { it: '', en: '' }

export const holds = (subject: Subject, sentence: Sentence): Answer =>
  answer('holds', subject, sentence, NOTHING_TO_DO)

/** `remedy`: one sentence on what to do. */
export const fails = (subject: Subject, sentence: Sentence, remedy: Sentence): Answer =>
  answer('fails', subject, sentence, remedy)

/** `missing`: one sentence on what to write so that the rule can answer. */
export const notYetKnown = (subject: Subject, sentence: Sentence, missing: Sentence): Answer =>
  answer('notYetKnown', subject, sentence, missing)

const answer = (
  verdict: Answer['verdict'],
  { intervention, cards, links = [] }: Subject,
  sentence: Sentence,
  remedy: Sentence,
): Answer => ({ verdict, intervention, cards, links, sentence, remedy })
