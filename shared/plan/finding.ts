import type { CardId, LinkId } from '../ids.ts'
import type { Act } from './act.ts'
import type { Severity } from '../programme/programme.ts'

/** A sentence in the two languages of the product. Rules carry their own, so that every view says the same. */
export interface Sentence {
  readonly it: string
  readonly en: string
}

/** What a rule says of one subject. */
export type Verdict = 'holds' | 'fails' | 'notYetKnown'

/** One answer of one rule: which cards it speaks of, and in one sentence what to do. */
export interface Finding {
  readonly rule: string
  readonly verdict: Verdict
  readonly severity: Severity
  /** The intervention it belongs to; null for findings of the whole plan. */
  readonly intervention: CardId | null
  readonly cards: readonly CardId[]
  readonly links: readonly LinkId[]
  readonly sentence: Sentence
  /** What is missing, when the verdict is `notYetKnown`; what to do, when it fails. Empty when it holds. */
  readonly remedy: Sentence
  /** The remedy as data, where one act would mend it. */
  readonly act?: Act
}
