import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import { m } from '../../paraglide/messages.js'
import type { Refused, SaveState } from '../../sync/save-state.ts'
import type { CopyState } from '../../sync/local-copy.svelte.ts'

/** What the top bar says about saving. `notice` is a whole sentence for when something asks for attention. */
export interface SaveWords {
  readonly tone: 'saved' | 'quiet' | 'warning' | 'error'
  readonly short: string
  readonly sentence: string
  readonly notice: boolean
}

/** The truth about saving, in words: where the edits are (server, this browser, this tab only). `writes`: there are any. */
export function saveWords(state: SaveState, copy: CopyState, writes: boolean): SaveWords {
  // What is on its way is there in an instant, and a failure is told as soon as it is known.
  const kept = copy === 'kept' || copy === 'keeping'
  switch (state.kind) {
    case 'saved':
      return { tone: 'saved', short: m.saved(), sentence: m.saved_sentence(), notice: false }
    case 'saving':
      return { tone: 'quiet', short: m.saving(), sentence: m.saving(), notice: false }
    case 'connecting':
      return {
        tone: 'quiet',
        short: m.connecting(),
        sentence: kept ? m.connecting_from_copy() : m.connecting_sentence(),
        notice: false,
      }
    case 'offline':
      return {
        tone: 'warning',
        short: m.offline(),
        sentence: !writes ? m.offline_reading() : kept ? m.offline_kept() : m.offline_not_kept(),
        notice: true,
      }
    case 'storage':
      return {
        tone: 'error',
        short: m.server_stuck(),
        sentence: kept ? m.storage_kept() : m.storage_not_kept(),
        notice: true,
      }
    case 'refused':
      return {
        tone: 'error',
        short: state.pending ? m.not_saved() : m.put_out(),
        sentence: [refusal(state), state.pending && m.refused_unsaved()].filter(Boolean).join(' '),
        notice: true,
      }
  }
}

/** Whether closing this tab now would lose something: not on the server's disk, and not in this browser either. */
export function wouldLose(state: SaveState, copy: CopyState): boolean {
  if (copy === 'kept') return false
  switch (state.kind) {
    case 'saved':
    case 'connecting':
      return false
    case 'offline':
    case 'refused':
      return state.pending
    case 'saving':
    case 'storage':
      return true
  }
}

/** A local copy that holds what was refused would be refused again at the next opening: these leave it behind. */
export const leavesCopyBehind = (code: number): boolean =>
  [1009, CLOSE.badFrame, CLOSE.forbidden, CLOSE.tooLarge, CLOSE.generationChanged].includes(code as never)

function refusal({ code, why }: Pick<Refused, 'code' | 'why'>): string {
  if (why === 'boardFull') return m.refused_full()
  if (why === 'archived') return m.refused_archived()
  switch (code) {
    case CLOSE.badFrame:
      return m.refused_change()
    case CLOSE.generationChanged:
      return m.refused_generation()
    case CLOSE.forbidden:
      return m.refused_forbidden()
    case CLOSE.loginNeeded:
      return m.refused_login()
    case CLOSE.gone:
      return m.refused_gone()
    case CLOSE.clientIdTaken:
      return m.refused_elsewhere()
    case CLOSE.tooLarge:
    case 1009:
      return m.refused_large()
    case CLOSE.clientTooOld:
      return m.refused_old()
    default:
      return m.refused_other()
  }
}
