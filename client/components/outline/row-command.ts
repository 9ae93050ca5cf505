/** What can be asked of a row of the outline; `Outline` does it. */
export type RowCommand = 'open' | 'show' | 'link' | 'move' | 'merge' | 'trash'
