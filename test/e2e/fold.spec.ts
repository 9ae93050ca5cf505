import type { Page } from '@playwright/test'
import type { BuiltServer } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const FRAME = 'Quartieri Connessi'
const ACTION = 'Ristrutturazione locali (portinerie, negozi…)'

/** Anna and Bruno at the worked case of the slide. */
async function atTheSlide(
  server: BuiltServer,
  ...browsers: readonly [Page, Page]
): Promise<readonly [CanvasPage, CanvasPage]> {
  const table = await server.createTable({
    title: FRAME,
    programme: 'pon-metro-2014-2020',
    model: 'quartieri-connessi',
  })
  const people = [new CanvasPage(browsers[0], 'Anna'), new CanvasPage(browsers[1], 'Bruno')] as const
  for (const person of people) await person.sitsDownAt(table.link('editor'))
  return people
}

async function folds(person: CanvasPage): Promise<void> {
  await person.card('Intervento', FRAME).click({ button: 'right', position: { x: 60, y: 16 } })
  await person.page.getByRole('menuitem', { name: /^Raccogli/ }).click()
}

test('who has a card in hand while somebody folds its frame writes on, and no grips of it hang in the void', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const [anna, bruno] = await atTheSlide(server, annasBrowser, brunosBrowser)
  await bruno.chooses('Azione', ACTION)
  const text = bruno.panel.getByRole('textbox', { name: 'Testo' })
  await text.fill('Scrivo dentro')
  const grips = bruno.canvas.locator('.grip')
  await expect(grips).toHaveCount(4)
  await folds(anna)
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
  const [anna, bruno] = await atTheSlide(server, annasBrowser, brunosBrowser)
  await bruno.chooses('Azione', ACTION)
  await bruno.page.keyboard.press('F2')
  const onCanvas = bruno.canvas.getByRole('textbox', { name: 'Titolo · Azione' })
  await expect(onCanvas).toBeFocused()
  await bruno.page.keyboard.press('End')
  await bruno.page.keyboard.type(' e')
  await folds(anna)
  await expect(onCanvas).toHaveCount(0)
  const inPanel = bruno.panel.getByRole('textbox', { name: 'Titolo', exact: true })
  await expect(inPanel).toBeFocused()
  await bruno.page.keyboard.press('End')
  await bruno.page.keyboard.type(' cortili')
  await expect(inPanel).toHaveValue(`${ACTION} e cortili`)
})
