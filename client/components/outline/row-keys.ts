/** What a key typed in a row's title asks of the outline, or null when it belongs to the text. */
export type RowKey = 'add' | 'up' | 'down' | 'trash'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
}

/**
 * Enter makes the next row, the arrows go to the rows above and below, Backspace in an empty
 * title takes the row away: only when pressed anew, so that holding the key to empty a title stops there.
 */
export function rowKey(event: Pressed, title: string): RowKey | null {
  if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return null
  if (event.key === 'Enter') return title.trim() === '' ? null : 'add'
  if (event.key === 'ArrowUp') return 'up'
  if (event.key === 'ArrowDown') return 'down'
  return event.key === 'Backspace' && title === '' && !event.repeat ? 'trash' : null
}

/** The title of a card's row, where the row is drawn. */
export const titleField = (list: HTMLElement, card: string): HTMLTextAreaElement | null =>
  list.querySelector(`textarea[data-card="${CSS.escape(card)}"]`)

/**
 * Goes on if an arrow up or down has nowhere to go within the text: at once from a single line, whose start and end are no
 * lines of their own; else only if the caret stays, since lines wrap where only the browser knows.
 */
export function ifArrowLeaves(field: HTMLTextAreaElement, event: KeyboardEvent, then: () => void): void {
  if (isOneLine(field)) {
    event.preventDefault()
    return then()
  }
  const { selectionStart, selectionEnd } = field
  requestAnimationFrame(() => {
    const stays = field.selectionStart === selectionStart && field.selectionEnd === selectionEnd
    if (stays && document.activeElement === field) then()
  })
}

function isOneLine(field: HTMLTextAreaElement): boolean {
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field)
  const text = field.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
  return text < 1.5 * parseFloat(lineHeight)
}
