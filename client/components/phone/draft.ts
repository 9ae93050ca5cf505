import type { BoardId } from '../../../shared/ids.ts'
import { readStored, readStoredJson, writeStored } from '../../stored.ts'
import { readDraft, type NeedDraft } from './needs-queue.ts'

const PREFIX = 'tavolo.draft.'

/** What was being written on this phone, so that a reload or a change of language loses nothing; else an empty form. */
export const keptDraft = (board: BoardId): NeedDraft =>
  readDraft(readStoredJson(PREFIX + board)) ?? emptyDraft(readStored('tavolo.name') ?? '')

export const keepDraft = (board: BoardId, draft: NeedDraft): boolean =>
  writeStored(PREFIX + board, JSON.stringify(draft))

/** After sending: the name stays, because the same person goes on. */
export const emptyDraft = (name: string): NeedDraft => ({ text: '', targetGroup: '', place: '', name })
