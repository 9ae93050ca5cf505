import type { CardId } from '../../../shared/ids.ts'
import { ACTIONS } from '../../actions/index.ts'
import { neighbour } from '../../board/walk.ts'
import { asked, takesText } from '../../input/keyboard.ts'
import { letters } from '../../settings.svelte.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { pick } from '../../tools/link.ts'
import { bringIntoView } from './into-view.ts'
import type { Gestures } from './gestures.svelte.ts'

interface Keyboard {
  readonly session: BoardSession
  readonly gestures: Gestures
  /** The card with the focus, or the one that last had it. */
  focused(): CardId | null
  focus(id: CardId | null): void
}

/**
 * What keys do while the canvas has the focus. Tab walks the cards in reading order and leaves at the end, or at once after
 * Escape; everything else is in the list of actions.
 */
export function keysOf({ session, gestures, focused, focus }: Keyboard) {
  /** Set by Escape: the next Tab goes on to what follows the canvas. */
  let isLeaving = false

  const walk = (event: KeyboardEvent): boolean => {
    const isInside = event.target instanceof Element && event.target.closest('[data-card]') !== null
    if (isLeaving || (!isInside && event.shiftKey)) return false
    const next = neighbour(session, isInside ? focused() : null, event.shiftKey)
    if (next === null) return false
    session.selection.choose([next])
    bringIntoView(session, next)
    focus(next)
    return true
  }

  /** Enter with the joining tool takes the card with the focus as an end. */
  const joins = (event: KeyboardEvent): boolean => {
    const id = focused()
    const box = id === null ? null : session.index.box(id)
    if (event.key !== 'Enter' || session.tools.armed.tool !== 'link' || id === null || !box) return false
    const { x, y, zoom } = session.camera.state
    pick(session, id, [(box.x + box.width / 2 - x) * zoom, (box.y + box.height / 2 - y) * zoom])
    return true
  }

  return {
    down(event: KeyboardEvent): void {
      if (event.defaultPrevented || takesText(event.target) || isInWindow(event.target)) return
      if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
        if (walk(event)) event.preventDefault()
        isLeaving = false
        return
      }
      if (event.key === ' ') {
        event.preventDefault()
        session.tools.panning = true
        return
      }
      isLeaving = event.key === 'Escape'
      if (event.key === 'Escape' && gestures.isDragging) {
        gestures.cancel()
        return
      }
      if (joins(event)) {
        event.preventDefault()
        return
      }
      const action = asked(event, ACTIONS, { characters: letters.on })
      if (!action || action.isNative) return
      // Also when it can do nothing now: Ctrl+D must not offer a bookmark.
      event.preventDefault()
      if (action.enabled(session)) action.run(session)
      if (action.id === 'remove' || action.id === 'escape') focus(null)
    },
    up(event: KeyboardEvent): void {
      if (event.key === ' ') session.tools.panning = false
    },
  }
}

const isInWindow = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-own]') !== null
