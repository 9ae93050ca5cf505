import type { ParticipantId } from '../../../shared/ids.ts'
import type { Day, Line } from '../../history/days.ts'
import { sortOf, type Sort } from './sorts.ts'
import { whoWords } from './who-words.ts'

/** What of a story one wants to read. */
export interface Wanted {
  readonly sort: Sort | undefined
  /** Words that the line must hold; without them every line does. */
  readonly words: string
  readonly who: ParticipantId | null
}

/** The days of a story with the lines that are wanted; without those of which nothing is. */
export function shownDays(days: readonly Day[], wanted: Wanted, language: 'it' | 'en'): readonly Day[] {
  const needle = wanted.words.toLocaleLowerCase()
  const isShown = (line: Line): boolean => {
    if (wanted.sort && sortOf(line) !== wanted.sort) return false
    if (line.kind === 'version' && wanted.who !== null && line.version.by?.id !== wanted.who) return false
    return needle === '' || textOf(line, language).toLocaleLowerCase().includes(needle)
  }
  return days
    .map(({ day, lines }) => ({ day, lines: lines.filter(isShown) }))
    .filter(({ lines }) => lines.length > 0)
}

const textOf = (line: Line, language: 'it' | 'en'): string =>
  line.kind === 'event'
    ? `${whoWords(line.event.who)} ${line.event.sentence[language]}`
    : `${line.version.label} ${line.version.note}`
