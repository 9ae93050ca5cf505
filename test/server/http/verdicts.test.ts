import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { PlanView } from '../../../client/plan/plan-view.svelte.ts'
import { isTrouble } from '../../../shared/formats/incoming/refused.ts'
import { readSpreadsheet } from '../../../shared/formats/incoming/spreadsheet.ts'
import { MODELS } from '../../../shared/models/list.ts'
import type { Finding } from '../../../shared/plan/finding.ts'
import { ask, askJson, connect, createBoard, startOver, synced, type TestServer } from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())

describe('the verdicts on a worked case', () => {
  it.each(MODELS.map(({ id }) => id))(
    'are one in the browser, in /checks, in plan.json, in the workbook and in the dossier: %s',
    async (model) => {
      const board = await createBoard(server, { model })
      const { doc, provider, close } = connect(server, board, board.keys.editor)
      await synced(provider)
      const view = new PlanView(doc)
      await view.withRules()
      const inTheBrowser = JSON.parse(JSON.stringify(view.plan.findings)) as Finding[]
      // The canvas and the outline draw, on each card, what calls and names it.
      const calling = inTheBrowser.filter(
        ({ verdict, severity }) => verdict === 'fails' && severity !== 'information',
      )
      for (const card of new Set(calling.flatMap(({ cards }) => cards)))
        expect(JSON.parse(JSON.stringify(view.failingOf(card)))).toEqual(
          calling.filter(({ cards }) => cards.includes(card)),
        )
      expect(view.failing).toBe(calling.length)
      view.close()
      close()

      const answer = <T>(path: string) =>
        askJson<T>(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/${path}`)
      expect((await answer<{ findings: Finding[] }>('checks')).findings).toEqual(inTheBrowser)
      expect((await answer<{ checks: Finding[] }>('plan')).checks).toEqual(inTheBrowser)
      expect(inTheBrowser.length).toBeGreaterThan(10)

      const file = async (format: string): Promise<Uint8Array> => {
        const path = `/api/boards/${board.id}/exports/${format}`
        return new Uint8Array(await (await ask(server, board.keys.viewer, 'GET', path)).arrayBuffer())
      }
      const sheets = readSpreadsheet(await file('workbook.xlsx'))
      if (isTrouble(sheets)) throw new Error(sheets.message)
      const [head, ...rows] = sheets.find(({ name }) => name === 'Verifica')?.rows ?? []
      const column = (name: string): number => head?.cells.indexOf(name) ?? -1
      expect(rows.map(({ cells }) => [cells[column('Regola')], cells[column('Che cosa risulta')]])).toEqual(
        inTheBrowser.map(({ rule, sentence }) => [rule, sentence.it]),
      )
      const words = plainTextOf(await file('dossier.docx'))
      for (const { verdict, sentence } of inTheBrowser)
        if (verdict !== 'holds') expect(words).toContain(sentence.it)
    },
  )
})

/** The words of a Word file, without their dress. */
function plainTextOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
