import { decodeUtf8 } from 'lib0/string'
import { LIMITS, ROOT } from '../../board/schema.ts'
import type { WholeBoard } from '../../board/whole.ts'
import { jsonBreak } from '../../programme/json-break.ts'
import type { Problem } from '../format.ts'
import { checkCard, checkComment, checkHeader, checkLink } from './check-record.ts'
import { isObject, within, type Checked, type Place, type Report } from './check-value.ts'
import { BOARD_FORMAT } from './write.ts'

export interface BoardReading {
  readonly whole: WholeBoard
  /** What was left out and why; `field` is the place as a JSON pointer. Empty: the whole file was read. */
  readonly problems: readonly Problem[]
}

const MAX_BYTES = 64 * 1024 * 1024
const MAX_PROBLEMS = 1_000
const MAX_ID = 100
const EMPTY: WholeBoard = { cards: {}, links: {}, comments: {}, board: {} }

/**
 * Reads `board.json`. Total: any bytes end in a value. What is sound is kept, what is not is left out and named, so
 * that the caller can take all or nothing. Links that hang in the air are no problem here: reading a board (`boardOf`)
 * leaves them out, as it does for what two people's edits merged into.
 */
export function readBoard(bytes: Uint8Array): BoardReading {
  const problems: Problem[] = []
  const report: Report = (field, code, message) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ row: null, field, code, message })
  }
  return { whole: parse(bytes, report), problems }
}

function parse(bytes: Uint8Array, report: Report): WholeBoard {
  if (bytes.length > MAX_BYTES) {
    report('', 'tooLarge', `Il file supera ${MAX_BYTES / 1024 / 1024} MB e non è stato letto.`)
    return EMPTY
  }
  const json = parseJson(bytes, report)
  if (json === undefined) return EMPTY
  if (!isObject(json) || json.format !== BOARD_FORMAT) {
    report('/format', 'notABoard', `Non è un file board.json di Tavolo: manca "format": "${BOARD_FORMAT}".`)
    return EMPTY
  }
  return {
    cards: records(json, ROOT.cards, LIMITS.cards, checkCard, report),
    links: records(json, ROOT.links, LIMITS.links, checkLink, report),
    comments: records(json, ROOT.comments, LIMITS.comments, checkComment, report),
    board: header(json, report),
  }
}

function parseJson(bytes: Uint8Array, report: Report): unknown {
  let text: string
  try {
    text = decodeUtf8(bytes)
  } catch {
    report('', 'notUtf8', 'Il file non è testo UTF-8: esportare di nuovo la tavola.')
    return undefined
  }
  text = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text) as unknown
  } catch {
    const { line, column } = jsonBreak(text)
    report(
      '',
      'notJson',
      `Il file non è più JSON valido alla riga ${line}, colonna ${column}: forse è stato troncato o modificato a mano. Esportarlo di nuovo, o correggere lì.`,
    )
    return undefined
  }
}

function records(
  json: Readonly<Record<string, unknown>>,
  root: string,
  limit: number,
  check: (record: unknown, place: Place, report: Report) => Checked,
  report: Report,
): WholeBoard['cards'] {
  const found = json[root] ?? {}
  if (!isObject(found)) {
    report(`/${root}`, 'wrongType', `"${root}" deve essere un oggetto con gli identificativi come chiavi.`)
    return {}
  }
  const entries = Object.entries(found)
  if (entries.length > limit)
    report(`/${root}`, 'tooMany', `"${root}" ha ${entries.length} voci: se ne leggono al massimo ${limit}.`)
  const at = { pointer: `/${root}`, depth: 0, shared: true }
  const kept: [string, unknown][] = []
  for (const [id, record] of entries.slice(0, limit)) {
    const place = { ...within(at, id, true), depth: 0 }
    if (id === '' || id.length > MAX_ID || id === '__proto__')
      report(
        place.pointer,
        'forbiddenKey',
        `Un identificativo ha da 1 a ${MAX_ID} caratteri e non è "__proto__".`,
      )
    else {
      const checked = check(record, place, report)
      if (checked.ok) kept.push([id, checked.value])
    }
  }
  return Object.fromEntries(kept) as WholeBoard['cards']
}

function header(json: Readonly<Record<string, unknown>>, report: Report): WholeBoard['board'] {
  const found = json[ROOT.board] ?? {}
  if (isObject(found))
    return checkHeader(found, { pointer: `/${ROOT.board}`, depth: -1, shared: true }, report)
  report(`/${ROOT.board}`, 'wrongType', `"${ROOT.board}" deve essere un oggetto.`)
  return {}
}
