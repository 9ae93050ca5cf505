import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { StockClient } from './stock-client.ts'

const FORBIDDEN = 4403
test('a stock y-websocket provider writes with an editor key, and changes nothing with a viewer key', async ({
  server,
  anna: annasBrowser,
}) => {
  const table = await server.createTable({ title: 'Programmi altrui', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.seesSaved()
  const editor = new StockClient(server, table, table.keys.editor)
  const viewer = new StockClient(server, table, table.keys.viewer)

  await test.step('the editor key reads and writes', async () => {
    await editor.isSynced()
    editor.addsNeed('stock0000001', 'Scritto da un altro programma')
    await anna.sees('Bisogno', 'Scritto da un altro programma')
    await anna.putsDown('Azione', 'Risposta di Anna', [600, 300])
    await expect.poll(() => editor.titles()).toContain('Risposta di Anna')
  })

  await test.step('the viewer key reads, and its write is refused and said so', async () => {
    await viewer.isSynced()
    expect(viewer.titles()).toEqual(expect.arrayContaining(['Risposta di Anna']))
    const code = viewer.closing()
    viewer.addsNeed('stock0000002', 'Scritto da chi legge')
    expect(await code).toBe(FORBIDDEN)
    await expect.poll(() => viewer.denials).toBe(1)
  })

  await test.step('for everybody else nothing has changed', async () => {
    editor.addsNeed('stock0000003', 'Scritto dopo')
    await anna.sees('Bisogno', 'Scritto dopo')
    const expected = ['Risposta di Anna', 'Scritto da un altro programma', 'Scritto dopo']
    await expect(anna.canvas.getByRole('group', { name: /^(Bisogno|Azione): / })).toHaveCount(3)
    expect(editor.titles().sort()).toEqual(expected)
    const second = new StockClient(server, table, table.keys.editor)
    await second.isSynced()
    expect(second.titles().sort()).toEqual(expected)
    second.close()
  })

  editor.close()
  viewer.close()
})
