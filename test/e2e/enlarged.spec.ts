import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { boxOf, middleOf } from './pages/place.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

/** Whether a hand that points at the middle of something meets it, and no bar that lies over it. */
const liesOpen = async (target: Locator): Promise<boolean> => {
  const [x, y] = await middleOf(target)
  return target.evaluate((element, at) => element.contains(document.elementFromPoint(at.x, at.y)), { x, y })
}

test('a page enlarged to 400 % reads and filters the outline, one of 200 % begins an empty board', async ({
  server,
  newPerson,
}) => {
  await test.step('rows have room below the tools, and the filter shows what is written', async () => {
    const page = await newPerson({ viewport: { width: 320, height: 256 } })
    const anna = new TablePage(page, 'Anna')
    await anna.sitsDownAt((await makeRichTable(server)).link('editor'))
    const row = page.getByRole('textbox', { name: /^Titolo: / }).nth(2)
    await row.focus()
    await row.scrollIntoViewIfNeeded()
    expect(await liesOpen(row)).toBe(true)
    const filter = page.getByRole('textbox', { name: 'Filtra' })
    expect((await boxOf(filter)).width).toBeGreaterThan(200)
  })

  await test.step('the first step lies open between the bars', async () => {
    const page = await newPerson({ viewport: { width: 719, height: 450 } })
    const empty = await server.createTable({ title: 'Lorenteggio', programme: 'pon-metro-2014-2020' })
    const anna = new TablePage(page, 'Anna')
    await anna.sitsDownAt(empty.link('editor'))
    await anna.opensView('Lavagna')
    for (const target of [
      page.getByRole('heading', { name: 'Si parte da un bisogno' }),
      page.getByRole('button', { name: 'Scrivi il primo bisogno' }),
    ]) {
      await expect(target).toBeVisible()
      // Words let the hand through to the board: they are open where no bar covers them.
      const ledger = await boxOf(page.getByRole('button', { name: /^Totale/ }))
      expect((await boxOf(target)).y).toBeGreaterThanOrEqual(ledger.y + ledger.height)
    }
    expect(await liesOpen(page.getByRole('button', { name: 'Scrivi il primo bisogno' }))).toBe(true)
  })
})

test('a button that is off is read in the colours that a system imposes', async ({ server, newPerson }) => {
  const page = await newPerson({ forcedColors: 'active' })
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt((await makeRichTable(server)).link('editor'))
  await anna.opensView('Esporta')
  await page.getByRole('button', { name: 'Incolla una tabella' }).click()
  const read = page.getByRole('button', { name: 'Leggi la tabella' })
  await expect(read).toBeDisabled()
  const ground = (of: Locator): Promise<string> =>
    of.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await ground(read)).toBe(await ground(page.getByRole('dialog')))
})
