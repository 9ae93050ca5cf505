import { readStoredJson, writeStored } from '../stored.ts'
import type { RememberedBoard } from './remembered.ts'

/** Why the table was taken anew from the server: the close code, and the code of the refusal if there was one. */
export interface Refusal {
  readonly code: number
  readonly why: string | null
}

/** Work that the server does not have and that cannot be sent any more: kept for the person, as a file. */
export interface SetAside extends Refusal {
  /** Titles of its cards; links and cards that only lost something have none of their own. */
  readonly titles: readonly string[]
  readonly cards: number
  readonly links: number
  /** The text of a board.json that can be brought in again; null when nothing was missing. */
  readonly file: string | null
}

type Who = Pick<RememberedBoard, 'id' | 'participant'>
const nameFor = ({ id, participant }: Who): string => `tavolo.aside.${id}.${participant ?? 'anonymous'}`

/** Keeps it in this browser until the person is done with it; false when it does not fit: then this tab alone has it. */
export const keepAside = (who: Who, aside: SetAside | null): boolean =>
  writeStored(nameFor(who), aside && JSON.stringify(aside))

export function keptAside(who: Who): SetAside | null {
  const value = readStoredJson(nameFor(who)) as SetAside | null
  return value && Array.isArray(value.titles) && typeof value.file === 'string' ? value : null
}
