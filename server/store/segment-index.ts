import { join } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { writeAll, type Files } from './files.ts'
import { framesIn } from './frames-in.ts'
import type { SegmentFile } from './log-folders.ts'
import { HEAD_BYTES } from './segment.ts'

/** Which records of a board lie in a segment, and where some of them begin. */
export interface BoardInSegment {
  first: number
  last: number
  /** Every so many records one: its number and its offset. The first record is always there. */
  marks: [seq: number, offset: number][]
}

export interface SegmentIndex {
  /** Bytes of the segment that it tells of. */
  end: number
  boards: Map<BoardId, BoardInSegment>
  /** Boards erased in it: what stands in segments before does not count. */
  erased: Set<BoardId>
}

const MARK_EVERY = 256
const FORMAT = 1

/**
 * Where the records of boards lie in the segments: derived from them, made when it is first needed, kept as
 * `index/<number>.json` for segments that no longer grow. May be deleted at any time.
 */
export class SegmentIndexes {
  readonly #known = new Map<number, SegmentIndex>()
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  /** `end` is up to where the bytes of the segment count. */
  of(segment: SegmentFile, end: number): Promise<SegmentIndex> {
    const made = this.#lastTurn.then(() => this.#made(segment, end))
    this.#lastTurn = made.catch(() => undefined)
    return made
  }

  /** To be called before a segment is rewritten: what is known of it says where a board was. */
  async forget(number: number): Promise<void> {
    await this.#lastTurn
    this.#known.delete(number)
    if ((await this.files.list(this.folder)).includes(nameOf(number)))
      await this.files.remove(join(this.folder, nameOf(number)))
  }

  async #made(segment: SegmentFile, end: number): Promise<SegmentIndex> {
    const { number, salt } = segment.head
    const index = this.#known.get(number) ?? (await this.#kept(segment, end)) ?? empty()
    this.#known.set(number, index)
    if (index.end >= end) return index
    for await (const part of framesIn(this.files, segment.path, { from: index.end, to: end, salt }))
      for (const { offset, frame } of part) {
        index.end = offset + frame.length
        if (frame.kind === 'update') note(index, frame.board as BoardId, frame.seq, offset)
        else if (frame.kind === 'erase') forget(index, frame.board as BoardId)
      }
    if (segment.length !== null) {
      index.end = end
      await this.#keep(segment, index)
    }
    return index
  }

  async #kept({ head, length }: SegmentFile, end: number): Promise<SegmentIndex | null> {
    if (length === null) return null
    try {
      const text = (await this.files.readAll(join(this.folder, nameOf(head.number)))).toString('utf8')
      const kept = JSON.parse(text) as Kept
      // A crash may have left what was known of the segment before it was rewritten.
      if (kept.format !== FORMAT || kept.end !== end || kept.salt !== head.salt) return null
      return { end, boards: new Map(kept.boards), erased: new Set(kept.erased) }
    } catch {
      // reason: not there, or cut short by a crash; it is made anew.
      return null
    }
  }

  async #keep({ head }: SegmentFile, { end, boards, erased }: SegmentIndex): Promise<void> {
    const kept: Kept = { format: FORMAT, salt: head.salt, end, boards: [...boards], erased: [...erased] }
    try {
      const file = await this.files.open(join(this.folder, nameOf(head.number)), 'replace')
      try {
        await writeAll(file, Buffer.from(JSON.stringify(kept)), 0)
      } finally {
        await file.close()
      }
    } catch {
      // reason: without it the segment is read once more after the next start.
    }
  }
}

interface Kept {
  readonly format: number
  readonly end: number
  readonly salt: number
  readonly boards: readonly (readonly [BoardId, BoardInSegment])[]
  readonly erased: readonly BoardId[]
}

const nameOf = (number: number): string => `${number}.json`
const empty = (): SegmentIndex => ({ end: HEAD_BYTES, boards: new Map(), erased: new Set() })

function note({ boards }: SegmentIndex, board: BoardId, seq: number, offset: number): void {
  const known = boards.get(board)
  if (!known) {
    boards.set(board, { first: seq, last: seq, marks: [[seq, offset]] })
    return
  }
  known.last = seq
  if (seq - (known.marks.at(-1)?.[0] ?? 0) >= MARK_EVERY) known.marks.push([seq, offset])
}

function forget({ boards, erased }: SegmentIndex, board: BoardId): void {
  boards.delete(board)
  erased.add(board)
}
