import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePlan } from '../../../shared/formats/plan-json/write.ts'
import { writeXlsxWorkbook } from '../../../shared/formats/workbook-xlsx/write.ts'
import { extendedList, manyRows } from '../../builders/opencoesione.ts'
import { modelInput } from '../../shared/formats/export-input.ts'
import { ask, createBoard, startOver, type TestServer } from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())

interface Answer {
  readonly status: number
  readonly cards?: number
  readonly links?: number
  readonly code?: string
  readonly detail?: string
  readonly problems?: readonly { readonly row: number | null; readonly code: string }[]
}

/** Sends a file to a fresh board; says what was answered and what the board holds afterwards. */
async function sent(format: string, body: string | Uint8Array, query = '') {
  const board = await createBoard(server)
  const path = `/api/boards/${board.id}/imports/${format}${query}`
  const response = await ask(server, board.keys.editor, 'POST', path, body)
  const answer = { status: response.status, ...((await response.json()) as object) } as Answer
  const plan = await ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/plan`)
  return {
    answer,
    plan: (await plan.json()) as {
      ledger: { total: string; context: string }
      contexts: object[]
      needs: object[]
    },
  }
}

describe('bringing in over HTTP', () => {
  const input = modelInput('quartieri-connessi')

  it.each([
    ['plan.json', writePlan(input)],
    ['workbook.xlsx', writeXlsxWorkbook(input)],
  ])('%s comes back with every euro', async (format, body) => {
    const { answer, plan } = await sent(format, body)
    expect(answer).toMatchObject({ status: 200, problems: [] })
    expect(plan.ledger.total).toBe('3029519.50')
  })

  it('a list of OpenCoesione comes in as contexts of one city, beside the ledger and never in it', async () => {
    const { answer, plan } = await sent('opencoesione.csv', extendedList(manyRows(30)), '?city=Napoli')
    expect(answer).toMatchObject({ status: 200, cards: 10, links: 0, problems: [] })
    expect(plan.contexts).toHaveLength(10)
    expect(plan.ledger.total).toBe('0.00')
    expect(plan.ledger.context).not.toBe('0.00')
  })

  it('a table with a row to correct changes nothing, unless what is sound is wanted', async () => {
    const table = 'Titolo;Chi lo dice\nUna palestra;Scuola Levi\n;nessuno'
    const refused = await sent('cards.csv', table, '?kind=need')
    expect(refused.answer).toMatchObject({
      status: 422,
      code: 'wrongInput',
      problems: [{ row: 3, code: 'noTitle' }],
    })
    expect(refused.plan.needs).toEqual([])
    const partial = await sent('cards.csv', table, '?kind=need&partial=1')
    expect(partial.answer).toMatchObject({ status: 200, cards: 1, problems: [{ row: 3 }] })
  })

  it('a kind that is none, a format that is not read, and a file that is none say what to do', async () => {
    expect((await sent('cards.csv', 'Titolo\nUno', '?kind=dragon')).answer).toMatchObject({ status: 422 })
    const unknown = await sent('dossier.docx', 'x')
    expect(unknown.answer.status).toBe(404)
    expect(unknown.answer.detail).toContain('workbook.xlsx')
    const none = await sent('workbook.xlsx', 'PK this is no workbook', '?partial=1')
    expect(none.answer).toMatchObject({ status: 200, cards: 0, problems: [{ code: 'notThisKind' }] })
  })
})
