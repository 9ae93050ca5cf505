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

/** Titles of rows, in the order in which they are read. */
const titlesIn = (list: HTMLElement): HTMLTextAreaElement[] => [
  ...list.querySelectorAll<HTMLTextAreaElement>('textarea[data-card]'),
]

/** The title of a card's row. */
export const titleField = (list: HTMLElement, card: string): HTMLTextAreaElement | undefined =>
  titlesIn(list).find((field) => field.dataset['card'] === card)

/** The title above or below another one. */
export function neighbour(
  list: HTMLElement,
  field: HTMLElement,
  step: 1 | -1,
): HTMLTextAreaElement | undefined {
  const fields = titlesIn(list)
  return fields[fields.findIndex((one) => one === field) + step]
}

/** Goes on only if an arrow had nowhere to go within the text, whose lines wrap where only the browser knows. */
export function ifCaretStays(field: HTMLTextAreaElement, then: () => void): void {
  const { selectionStart, selectionEnd } = field
  requestAnimationFrame(() => {
    const stays = field.selectionStart === selectionStart && field.selectionEnd === selectionEnd
    if (stays && document.activeElement === field) then()
  })
}
