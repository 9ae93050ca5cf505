/**
 * Arrow keys, Home and End among the buttons of a table, of which one alone is a stop of Tab: a matrix of a thousand cells
 * is passed with one key. Attach it to the table; only buttons marked `data-cell` take part.
 */
export function gridKeys(table: HTMLElement): () => void {
  const rows = (): HTMLButtonElement[][] =>
    [...table.querySelectorAll('tr')]
      .map((row) => [...row.querySelectorAll<HTMLButtonElement>('button[data-cell]')])
      .filter((cells) => cells.length > 0)
  let stop: HTMLButtonElement | undefined

  const settle = (): void => {
    const cells = rows().flat()
    if (!stop?.isConnected) stop = cells[0]
    for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1
  }
  const goTo = (cell: HTMLButtonElement | undefined): void => {
    if (!cell) return
    stop = cell
    settle()
    cell.focus()
  }
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const grid = rows()
    const at = grid.findIndex((cells) => cells.some((cell) => cell === event.target))
    const row = grid[at]
    if (!row) return
    const column = row.findIndex((cell) => cell === event.target)
    const next = nextCell(event.key, grid, at, column)
    if (!next) return
    event.preventDefault()
    goTo(next)
  }
  const onfocusin = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLButtonElement && target.dataset['cell'] !== undefined) {
      stop = target
      settle()
    }
  }
  settle()
  const observer = new MutationObserver(settle)
  observer.observe(table, { childList: true, subtree: true })
  table.addEventListener('keydown', onkeydown)
  table.addEventListener('focusin', onfocusin)
  return () => {
    observer.disconnect()
    table.removeEventListener('keydown', onkeydown)
    table.removeEventListener('focusin', onfocusin)
  }
}

/** The cell to which a key leads from that of a row and column; undefined when the key means nothing or leads out. */
export function nextCell<T>(
  key: string,
  grid: readonly (readonly T[])[],
  row: number,
  column: number,
): T | undefined {
  switch (key) {
    case 'ArrowRight':
      return grid[row]?.[column + 1]
    case 'ArrowLeft':
      return grid[row]?.[column - 1]
    case 'ArrowDown':
      return grid[row + 1]?.[column]
    case 'ArrowUp':
      return grid[row - 1]?.[column]
    case 'Home':
      return grid[row]?.[0]
    case 'End':
      return grid[row]?.at(-1)
    default:
      return undefined
  }
}
