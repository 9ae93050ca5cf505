import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleMinus from '@lucide/svelte/icons/circle-minus'
import CircleSlash from '@lucide/svelte/icons/circle-slash'
import Hourglass from '@lucide/svelte/icons/hourglass'
import MessageSquareWarning from '@lucide/svelte/icons/message-square-warning'
import type { Answer, State } from '../../../shared/agreement/agreement.ts'
import type { PartyStanding } from '../../agreement/agreement-api.ts'
import { m } from '../../paraglide/messages.js'

const SIGNS = { agree: CircleCheck, abstain: CircleMinus, object: MessageSquareWarning } as const

/** The sign beside the words of an answer. */
export const signOf = (answer: Answer | null, state: State) =>
  answer !== null ? SIGNS[answer] : state === 'open' ? Hourglass : CircleSlash

const ANSWERS: Readonly<Record<Answer, () => string>> = {
  agree: m.agree_answer_agree,
  abstain: m.agree_answer_abstain,
  object: m.agree_answer_object,
}

/** What a partner says; of one that did not speak, whether it still can. */
export const answerWords = (answer: Answer | null, state: State): string =>
  answer !== null ? ANSWERS[answer]() : state === 'open' ? m.agree_answer_none() : m.agree_answer_silent()

export const STATES: Readonly<Record<State, () => string>> = {
  open: m.agree_state_open,
  agreed: m.agree_state_agreed,
  withdrawn: m.agree_state_withdrawn,
}

/** Their names, with commas between. */
export const namesOf = (parties: readonly PartyStanding[]): string =>
  parties.map(({ name }) => name).join(', ')
