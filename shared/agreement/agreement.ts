import type { CardId, ParticipantId } from '../ids.ts'

/** What a partner may say of a proposed version: a consent round, in which an objection carries its reason. */
export const ANSWERS = ['agree', 'abstain', 'object'] as const
export type Answer = (typeof ANSWERS)[number]

/** A partner that is asked, as it was called when the version was proposed. */
export interface Party {
  readonly card: CardId
  readonly name: string
}

/** What was done about a proposed version, in its order. Nothing is ever taken out: it is the record of who said what. */
export type Act =
  /** A facilitator says who speaks for a partner; null: nobody yet. */
  | {
      readonly what: 'named'
      readonly party: CardId
      readonly delegate: ParticipantId | null
      readonly by: ParticipantId
      readonly at: string
    }
  /** A delegate speaks for a partner. Who speaks for a partner that has no delegate becomes it. */
  | {
      readonly what: 'said'
      readonly party: CardId
      readonly answer: Answer
      readonly reason: string
      readonly by: ParticipantId
      readonly at: string
    }

/** How it ended. */
export interface End {
  readonly outcome: 'agreed' | 'withdrawn'
  readonly at: string
  /** Null: by itself, when all had spoken, nobody objected and somebody agreed. */
  readonly by: ParticipantId | null
}

/** A version of the plan on which the partners are asked. Moments are ISO 8601 in UTC. */
export interface Agreement {
  readonly label: string
  readonly note: string
  readonly at: string
  readonly by: ParticipantId
  readonly parties: readonly Party[]
  readonly acts: readonly Act[]
  readonly end: End | null
}

export type State = 'open' | End['outcome']
export const stateOf = ({ end }: Pick<Agreement, 'end'>): State => end?.outcome ?? 'open'

/** Where a partner stands. */
export interface Standing extends Party {
  readonly delegate: ParticipantId | null
  /** Whether a facilitator named the delegate, who otherwise came forward. */
  readonly isNamed: boolean
  /** The last thing the delegate said; null while they did not speak. */
  readonly said: Extract<Act, { what: 'said' }> | null
}

/** Where each partner stands after all that was done. When another delegate is named what the one before said no longer counts. */
export function standingsOf({ parties, acts }: Pick<Agreement, 'parties' | 'acts'>): Standing[] {
  return parties.map((party) => {
    let [delegate, isNamed, said]: [ParticipantId | null, boolean, Standing['said']] = [null, false, null]
    for (const act of acts) {
      if (act.party !== party.card) continue
      if (act.what === 'named') {
        ;[delegate, isNamed] = [act.delegate, act.delegate !== null]
        if (said?.by !== delegate) said = null
      } else [delegate, said] = [delegate ?? act.by, act]
    }
    return { ...party, delegate, isNamed, said }
  })
}

/** Whether nothing is left to wait for: all have spoken, nobody objects, and at least one agrees. */
export function isConsent(agreement: Pick<Agreement, 'parties' | 'acts'>): boolean {
  const answers = standingsOf(agreement).map(({ said }) => said?.answer)
  return answers.every((answer) => answer === 'agree' || answer === 'abstain') && answers.includes('agree')
}

/**
 * Whom a facilitator named speaks for a partner, and nobody else. For one without a delegate anybody who may write on the table
 * may come forward, for one partner only.
 */
export function maySpeak(
  agreement: Pick<Agreement, 'parties' | 'acts'>,
  party: CardId,
  who: ParticipantId,
  canWrite: boolean,
): boolean {
  const standings = standingsOf(agreement)
  const delegate = standings.find(({ card }) => card === party)?.delegate ?? null
  if (delegate !== null) return delegate === who
  return canWrite && !standings.some((one) => one.delegate === who)
}
