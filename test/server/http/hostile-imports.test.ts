import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsxWorkbook } from '../../../shared/formats/workbook-xlsx/write.ts'
import { modelInput } from '../../shared/formats/export-input.ts'
import { ask, createBoard, startOver, type TestServer } from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())

const book = writeXlsxWorkbook(modelInput('quartieri-connessi'))
const withSheet = (xml: string): Uint8Array =>
  zipSync({ ...unzipSync(book), 'xl/worksheets/sheet1.xml': strToU8(xml) } as Zippable)
const noise = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919 + 13) % 256)
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'

const FILES: readonly (readonly [what: string, format: string, body: string | Uint8Array])[] = [
  ['a board of no format', 'board.json', '{"cards": {"a": {"kind": "need", "at": [0, 0]}}}'],
  ['a board cut short', 'board.json', '{"format": "tavolo-board", "schemaVersion": 1, "cards": {"a": '],
  ['levels without end', 'board.json', '['.repeat(200_000)],
  ['a plan that is a list', 'plan.json', '[]'],
  ['a plan cut short', 'plan.json', '{"schemaVersion": "1.1", "plan": {'],
  ['a workbook that unpacks out of all measure', 'workbook.xlsx', withSheet(' '.repeat(60_000_000))],
  ['entities within entities', 'workbook.xlsx', withSheet(LAUGHS)],
  ['a workbook cut short', 'workbook.xlsx', book.slice(0, book.length / 2)],
  ['noise', 'board.json', noise],
  ['noise', 'plan.json', noise],
  ['noise', 'workbook.xlsx', noise],
  ['noise', 'opencoesione.csv', noise],
  ['nothing', 'cards.csv', ''],
  ['another list', 'opencoesione.csv', 'nome;cognome\r\nAnna;Rossi'],
]

describe('a file made to do harm, sent to a board that people work on', () => {
  it.each(FILES)('%s as %s ends in a sentence and leaves the board as it was', async (_, format, body) => {
    const board = await createBoard(server, { model: 'quartieri-connessi' })
    const at = (rest: string): string => `/api/boards/${board.id}/${rest}`
    const cards = async (): Promise<unknown> => {
      const answer = await ask(server, board.keys.viewer, 'GET', at('exports/board.json'))
      const { exportedAt: _at, ...whole } = (await answer.json()) as Record<string, unknown>
      return whole
    }
    const before = await cards()
    const response = await ask(server, board.keys.editor, 'POST', at(`imports/${format}`), body)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    const { detail, code } = (await response.json()) as { detail: string; code: string }
    expect(code).not.toBe('')
    expect(detail.length).toBeGreaterThan(10)
    expect(await cards()).toEqual(before)
  })
})
