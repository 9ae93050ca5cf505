import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

test('who has a card in hand while somebody folds its frame writes on, and no grips of it hang in the void', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    model: 'quartieri-connessi',
  })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await bruno.chooses('Azione', 'Ristrutturazione locali (portinerie, negozi…)')
  const text = bruno.panel.getByRole('textbox', { name: 'Testo' })
  await text.fill('Scrivo dentro')
  const grips = bruno.canvas.locator('.grip')
  await expect(grips).toHaveCount(4)
  await anna.card('Intervento', 'Quartieri Connessi').click({ button: 'right', position: { x: 60, y: 16 } })
  await anna.page.getByRole('menuitem', { name: /^Raccogli/ }).click()
  await expect(grips).toHaveCount(0)
  await expect(text).toBeFocused()
  await bruno.page.keyboard.press('End')
  await bruno.page.keyboard.type(' ancora')
  await expect(text).toHaveValue('Scrivo dentro ancora')
})

test('who writes a title on the canvas while somebody folds its frame writes on in the panel', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    model: 'quartieri-connessi',
  })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  const action = 'Ristrutturazione locali (portinerie, negozi…)'
  await bruno.chooses('Azione', action)
  await bruno.page.keyboard.press('F2')
  const onCanvas = bruno.canvas.getByRole('textbox', { name: 'Titolo · Azione' })
  await expect(onCanvas).toBeFocused()
  await bruno.page.keyboard.press('End')
  await bruno.page.keyboard.type(' e')
  await anna.card('Intervento', 'Quartieri Connessi').click({ button: 'right', position: { x: 60, y: 16 } })
  await anna.page.getByRole('menuitem', { name: /^Raccogli/ }).click()
  await expect(onCanvas).toHaveCount(0)
  const inPanel = bruno.panel.getByRole('textbox', { name: 'Titolo', exact: true })
  await expect(inPanel).toBeFocused()
  await bruno.page.keyboard.press('End')
  await bruno.page.keyboard.type(' cortili')
  await expect(inPanel).toHaveValue(`${action} e cortili`)
})
