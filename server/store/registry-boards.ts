import type { BoardId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import type { BoardEntry } from './registry-data.ts'
import { entry, without } from './registry-entries.ts'

/** Adds a board; resolves once durable. Throws if its id is taken. */
export const createBoard = (registry: Registry, board: BoardEntry): Promise<BoardEntry> =>
  registry.change((data) => {
    if (entry(data.boards, board.id)) throw new Error(`Board ${board.id} is there already`)
    return { data: { ...data, boards: { ...data.boards, [board.id]: board } }, result: board }
  })

export const boardById = (registry: Registry, id: BoardId): BoardEntry | null =>
  entry(registry.data.boards, id)

/** The boards an organiser made, in the order of their making; for 'operator' all boards. */
export const boardsOf = (registry: Registry, organiser: string): readonly BoardEntry[] =>
  Object.values(registry.data.boards).filter(
    ({ createdBy }) => organiser === 'operator' || createdBy === organiser,
  )

/** Changes fields of a board; null if it is not there. */
export const updateBoard = (
  registry: Registry,
  id: BoardId,
  change: Partial<Omit<BoardEntry, 'id' | 'createdAt' | 'createdBy'>>,
): Promise<BoardEntry | null> =>
  registry.change((data) => {
    const before = entry(data.boards, id)
    if (!before) return { data, result: null }
    const after = { ...before, ...change }
    return { data: { ...data, boards: { ...data.boards, [id]: after } }, result: after }
  })

/**
 * Removes a board with its keys, participants, receipts, versions, agreements and reactions, and notes that its bytes must go (`erased`); false
 * if it was not there.
 */
export const removeBoard = (registry: Registry, id: BoardId): Promise<boolean> =>
  registry.change((data) => {
    if (!entry(data.boards, id)) return { data, result: false }
    const ofBoard = ({ board }: { board: BoardId }): boolean => board === id
    const after = {
      ...data,
      boards: without(data.boards, (board) => board.id === id),
      keys: without(data.keys, ofBoard),
      participants: without(data.participants, ofBoard),
      contributions: without(data.contributions, ofBoard),
      versions: without(data.versions, ofBoard),
      agreements: without(data.agreements, ofBoard),
      reactions: Object.fromEntries(Object.entries(data.reactions).filter(([board]) => board !== id)),
      erasing: [...data.erasing, id],
    }
    return { data: after, result: true }
  })

/** The bytes of a removed board are gone. */
export const erased = (registry: Registry, id: BoardId): Promise<void> =>
  registry.change((data) => ({
    data: { ...data, erasing: data.erasing.filter((board) => board !== id) },
    result: undefined,
  }))
