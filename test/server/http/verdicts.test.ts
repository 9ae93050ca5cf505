import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanView } from '../../../client/plan/plan-view.svelte.ts'
import { MODELS } from '../../../shared/models/list.ts'
import type { Finding } from '../../../shared/plan/finding.ts'
import { askJson, connect, createBoard, startOver, synced, type TestServer } from '../running.ts'

let server: TestServer
beforeAll(async () => {
  server = await startOver()
})
afterAll(() => server.close())

describe('the verdicts on a worked case', () => {
  it.each(MODELS.map(({ id }) => id))(
    'are one in the browser, in /checks and in plan.json: %s',
    async (model) => {
      const board = await createBoard(server, { model })
      const { doc, provider, close } = connect(server, board, board.keys.editor)
      await synced(provider)
      const view = new PlanView(doc)
      await view.withRules()
      const inTheBrowser = JSON.parse(JSON.stringify(view.plan.findings)) as Finding[]
      view.close()
      close()

      const ask = <T>(path: string) =>
        askJson<T>(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/${path}`)
      expect((await ask<{ findings: Finding[] }>('checks')).findings).toEqual(inTheBrowser)
      expect((await ask<{ checks: Finding[] }>('plan')).checks).toEqual(inTheBrowser)
      expect(inTheBrowser.length).toBeGreaterThan(10)
    },
  )
})
