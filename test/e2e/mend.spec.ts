import type { Page } from '@playwright/test'
import { wholeOf } from '../../shared/board/whole.ts'
import { writeBoard } from '../../shared/formats/board-json/write.ts'
import type { BoardId } from '../../shared/ids.ts'
import { aLargeBoard } from '../bench/a-large-board.ts'
import { expect, test } from './fixtures.ts'
import { LOOKS } from './places.ts'

const TABLE = {
  title: 'Via de Blasiis',
  programme: 'pon-metro-2014-2020',
  city: 'Napoli',
  model: 'centro-prima-accoglienza',
}

async function opensChecks(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'Verifica' }).click()
  await expect(page.getByRole('heading', { name: 'Verifica', level: 1 })).toBeVisible()
}

/** "Conta": how many points call, as the page says. */
const count = (page: Page) => page.locator('main').getByRole('status').first()

test('what is missing is mended from Verifica by keyboard, with the cursor in the right field', async ({
  server,
  anna,
}) => {
  const table = await server.createTable(TABLE)
  await opensChecks(anna, table.link('editor'))
  const declare = anna.getByRole('button', { name: /^Dichiara il dispositivo/ })
  const missing = /nessun dispositivo organizzativo è dichiarato per/
  for (const [field, words] of [
    [/progettazione/i, 'Un tavolo tra lavori pubblici e politiche sociali'],
    [/destinatari/, 'Le unità di strada segnalano chi accogliere'],
    [/tempi/i, 'I servizi partono al collaudo'],
  ] as const)
    await test.step(String(field), async () => {
      await declare.focus()
      await anna.keyboard.press('Enter')
      const box = anna.locator('textarea:focus')
      await expect(box).toBeVisible()
      await expect(box).toHaveAccessibleName(field)
      await anna.keyboard.type(words)
      await anna.keyboard.press('Escape')
      // The rule has read it, and its button leads to what is missing now.
      await expect(anna.getByText(missing).filter({ hasText: field })).toHaveCount(0)
    })
  await expect(declare).toHaveCount(0)
})

test('an indicator is added where it is wanted, an axis is searched, and undo takes one step back', async ({
  server,
  anna,
}) => {
  const table = await server.createTable({ ...TABLE, model: 'quartieri-connessi', city: 'Milano' })
  await opensChecks(anna, table.link('editor'))
  await anna
    .getByText(/^Ancora da chiarire/)
    .first()
    .click()
  const add = anna.getByRole('button', { name: /^Aggiungi indicatore/ })
  await expect(add).not.toHaveCount(0)
  const before = await add.count()
  await add.first().click()
  await expect(anna.locator('aside input:focus')).toHaveAccessibleName(/Che cosa si conta|Indicatore/)
  await anna.keyboard.type('Persone accolte')
  await anna.keyboard.press('Escape')
  await expect(add).toHaveCount(before - 1)
  await expect(anna.getByRole('button', { name: /^Completa l’indicatore/ })).toHaveCount(1)
})

test('who only reads is offered nothing to do', async ({ server, anna }) => {
  const table = await server.createTable(TABLE)
  await opensChecks(anna, table.link('viewer'))
  await expect(anna.getByRole('button', { name: /^Mostra le schede/ }).first()).toBeVisible()
  await expect(anna.getByRole('button', { name: /^Dichiara il dispositivo/ })).toHaveCount(0)
})

test.describe('Verifica', () => {
  for (const look of LOOKS)
    test(`looks right at ${look.name}`, async ({ server, newPerson }) => {
      const table = await server.createTable({ ...TABLE, model: 'agenzia-sociale-casa' })
      const page = await newPerson(look.context)
      await opensChecks(page, table.link('editor'))
      await expect(count(page)).toContainText('ancora da chiarire')
      await page.screenshot({ path: `test/results/verifica-${look.name.replace(' ', '-')}.png` })
      await page.screenshot({
        path: `test/results/verifica-${look.name.replace(' ', '-')}-full.png`,
        fullPage: true,
      })
    })
})

/** A file of `board.json` with that many cards. */
function largeFile(cards: number): unknown {
  const bytes = writeBoard({
    whole: wholeOf(aLargeBoard(cards)),
    boardId: 'large' as BoardId,
    exportedAt: '2026-11-25T10:00:00.000Z',
  })
  return JSON.parse(new TextDecoder().decode(bytes))
}

test('on paper a large plan says every finding, as lines and without buttons, and the sum of the plan alone', async ({
  server,
  anna,
}) => {
  const table = await server.createTable(TABLE)
  await server.api(
    table.keys.facilitator,
    'POST',
    `/api/boards/${table.id}/imports/board.json`,
    largeFile(600),
  )
  await opensChecks(anna, table.link('editor'))
  const sheet = anna.locator('.sheet')
  const answers = sheet.locator('.answers > li')
  /** How many answers the rules say that they gave, where they gave several. */
  const said = async (): Promise<number> =>
    (await sheet.getByText(/^· \d+ volte$/).allTextContents())
      .map((text) => Number(/\d+/.exec(text)?.[0]))
      .reduce((sum, times) => sum + times, 0)
  await expect(sheet.getByRole('button', { name: /^Mostra gli altri/ }).first()).toBeVisible()
  const onScreen = await answers.count()
  expect(await said()).toBeGreaterThan(onScreen)
  // The tag of a phone stays as narrow as its tab: no more than two figures.
  await anna.setViewportSize({ width: 390, height: 844 })
  const badge = anna.getByRole('navigation', { name: 'Viste' }).getByText('99+', { exact: true })
  await expect(badge).toBeVisible()
  const tab = anna.getByRole('navigation', { name: 'Viste' }).getByRole('button', { name: /^Verifica/ })
  const edge = async (locator: typeof tab) => {
    const box = await locator.boundingBox()
    return box ? Math.round(box.x + box.width) : NaN
  }
  expect(await edge(badge)).toBeLessThanOrEqual(await edge(tab))
  await anna.setViewportSize({ width: 1440, height: 900 })

  await anna.emulateMedia({ media: 'print' })
  await anna.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await answers.count()).toBe(await said())
  expect(await answers.count()).toBeGreaterThan(onScreen)
  await expect(sheet.locator('.said button, .said .ways')).toHaveCount(0)
  await expect(sheet.locator('table')).toHaveCount(1)
  await anna.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(answers).toHaveCount(onScreen)
})

test('the plan of a large board is computed beside the page, and is there as soon as somebody has written', async ({
  server,
  anna,
}) => {
  const table = await server.createTable(TABLE)
  const file = largeFile(3_000)
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, file)
  await opensChecks(anna, table.link('editor'))
  await expect.poll(() => anna.workers().length).toBe(1)
  const tab = anna.getByRole('navigation').getByRole('button', { name: /^Verifica/ })
  const called = async (): Promise<number> => Number(/\d+/.exec((await tab.textContent()) ?? '')?.[0] ?? 0)
  await expect.poll(called).toBeGreaterThan(100)
  const before = await called()
  const addition = {
    ...(file as object),
    cards: { plus: { kind: 'need', at: [0, 0], title: { $text: 'Una mensa' } } },
    links: {},
  }
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, addition)
  await expect.poll(called).toBe(before + 1)
})
