import { nearestLeft } from './nearest-left.ts'
import { titleField } from './row-keys.ts'

/** Where the focus was last in the list. */
interface Held {
  readonly element: HTMLElement
  readonly row: string
  /** What of its row it was: found again in the row that is drawn anew. */
  readonly part: string
  /** The rows of the same group, in their order. */
  readonly beside: readonly string[]
  /** Where to go when none of them is left: the row around them, the heading of the group. */
  readonly around: readonly HTMLElement[]
}

/**
 * Keeps the focus in a list whose rows others move and take away. A row that another group takes over is drawn anew: the same
 * control of it gets the focus, the caret where it was. From a row that is gone the focus goes to the row beside it as a whole
 * and not into its text, so that what somebody is typing does not go on in another card; an arrow or Enter leads into it.
 * `isThere`: whether a card is still on the table, though its row is not drawn yet. `gone` is told which card is not. Returns
 * how to stop.
 */
export function keepRowFocus(
  list: HTMLElement,
  isThere: (card: string) => boolean,
  gone: (card: string) => void,
): () => void {
  let held: Held | null = null
  const rowOf = (card: string): HTMLElement | null => list.querySelector(`[data-row="${CSS.escape(card)}"]`)

  const hold = ({ target }: FocusEvent): void => {
    const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null
    held = row && target instanceof HTMLElement ? heldIn(row, target) : null
  }
  /** Who clicks elsewhere has left; what is taken away has lost the focus, which is not the same. */
  const leave = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null) return
    queueMicrotask(() => {
      const stays = target instanceof HTMLElement && list.contains(target)
      if (stays && document.hasFocus() && held?.element === target && document.activeElement !== target)
        held = null
    })
  }
  const follow = (): void => {
    if (!held || held.element.isConnected || document.activeElement !== document.body) return
    const { element, row, part, beside, around } = held
    const again = rowOf(row)
    if (!again && isThere(row)) return
    held = null
    if (again) return resume(again, part, element)
    const next = nearestLeft(beside, row, (one) => rowOf(one) !== null)
    stand((next === null ? null : rowOf(next)) ?? around.find((one) => one.isConnected) ?? list)
    gone(row)
  }
  const enter = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined
    if (row === undefined || !['Enter', 'ArrowDown', 'ArrowUp', 'F2'].includes(event.key)) return
    event.preventDefault()
    titleField(list, row)?.focus()
  }

  const observer = new MutationObserver(follow)
  observer.observe(list, { childList: true, subtree: true })
  list.addEventListener('focusin', hold)
  list.addEventListener('focusout', leave)
  list.addEventListener('keydown', enter)
  return () => {
    observer.disconnect()
    list.removeEventListener('focusin', hold)
    list.removeEventListener('focusout', leave)
    list.removeEventListener('keydown', enter)
  }
}

function heldIn(row: HTMLElement, element: HTMLElement): Held {
  const group = row.parentElement
  const beside = group ? [...group.children].flatMap((one) => (one as HTMLElement).dataset['row'] ?? []) : []
  const frame = group?.closest<HTMLElement>('[data-row]')
  const heading = row.closest('section')?.querySelector<HTMLElement>('h2')
  return {
    element,
    row: row.dataset['row'] ?? '',
    part: element.matches('textarea') ? 'textarea' : element.closest('.menu') ? '.menu button' : 'button',
    beside,
    around: [frame, heading].flatMap((one) => one ?? []),
  }
}

/** The same control in the row as it is now, the caret where it was. */
function resume(row: HTMLElement, part: string, before: HTMLElement): void {
  const control = row.querySelector<HTMLElement>(part)
  control?.focus()
  if (control instanceof HTMLTextAreaElement && before instanceof HTMLTextAreaElement)
    control.setSelectionRange(before.selectionStart, before.selectionEnd)
}

function stand(element: HTMLElement): void {
  element.tabIndex = -1
  element.focus()
}
