import { euro } from '../../../shared/money.ts'
import { m } from '../../paraglide/messages.js'
import type { NeedFate } from './needs-api.ts'

/** "Ricevuto · ora nell'azione «…» · 562.500,00 €": that somebody read it, and what became of it. */
export function fateWords(fate: NeedFate | undefined): string {
  return [m.phone_received(), ...(fate ? wordsOf(fate) : [])].join(' · ')
}

function wordsOf(fate: NeedFate): string[] {
  const answer = answerOf(fate.actions)
  const money = fate.cents === null || fate.cents === 0 ? [] : [euro(fate.cents)]
  switch (fate.state) {
    case 'raised':
      return []
    case 'merged':
      return [
        fate.into ? m.phone_state_merged_into({ title: fate.into }) : m.phone_state_merged(),
        ...answer,
        ...money,
      ]
    case 'answered':
    case 'financed':
      return [...answer, ...money]
    case 'notTakenUp':
      return [
        fate.because
          ? m.phone_state_not_taken_up({ because: fate.because })
          : m.phone_state_not_taken_up_silent(),
      ]
    case 'removed':
      return [m.phone_state_removed()]
  }
}

function answerOf(actions: readonly string[]): string[] {
  const [first] = actions
  if (first === undefined) return []
  return actions.length === 1
    ? [m.phone_state_answered({ action: m.phone_quoted({ title: first }) })]
    : [m.phone_state_answered_by({ count: actions.length })]
}
