import type { CardId } from '../../../../shared/ids.ts'

/** A cell of a matrix that somebody opened: what stands in it, and what can be done from it. */
export interface Asked {
  readonly title: string
  /** One sentence on the cell as it is. */
  readonly says: string
  readonly cards: readonly CardId[]
  readonly acts: readonly CellAct[]
}

/** Done at once, as one step that can be undone. */
export interface CellAct {
  readonly label: string
  readonly act: () => void
}
