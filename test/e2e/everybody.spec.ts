import type { Page } from '@playwright/test'
import { inReadingOrder } from '../../shared/board/outline.ts'
import type { Card } from '../../shared/board/card.ts'
import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { TablePage, type View } from './pages/table-page.ts'

const tableOf = (server: BuiltServer): Promise<Table> =>
  server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
    model: 'quartieri-connessi',
  })

const names = async (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => element.getAttribute('aria-label') ?? element.tagName)

test('Tab goes through the cards of the canvas as they are read', async ({ server, anna: page }) => {
  const table = await tableOf(server)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('viewer'))
  await anna.sees('Fondo', 'FSE')
  const exported = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/exports/board.json`)
  const { cards } = (await exported.json()) as {
    cards: Record<string, Pick<Card, 'at'> & { title: { $text: string } }>
  }
  const read = inReadingOrder(Object.entries(cards).map(([id, card]) => ({ ...card, id: id as Card['id'] })))
  await anna.canvas.focus()
  const walked: string[] = []
  for (let step = 0; step < read.length; step++) {
    const before = await names(page)
    await page.keyboard.press('Tab')
    await expect.poll(() => names(page)).not.toBe(before)
    await expect(page.locator('[data-card]:focus')).toHaveCount(1)
    walked.push((await names(page)).replace(/^[^:]+: /, ''))
  }
  expect(walked).toEqual(read.map(({ title }) => title.$text))
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-card]:focus')).toHaveCount(0)
})

test('single letters are switched off, and what has Ctrl stays', async ({ server, anna: page }) => {
  const table = await server.createTable({ title: 'Portinerie', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.clicksDown('Bisogno', 'Uno', [500, 300])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Spegni le scorciatoie')
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Spegni le scorciatoie/ })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await anna.chooses('Bisogno', 'Uno')
  await page.keyboard.press('a')
  await page.keyboard.press('Shift+?')
  await page.keyboard.press('Control+d')
  await expect(anna.card('Bisogno', 'Uno')).toHaveCount(2)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(anna.canvas.locator('[data-card]')).toHaveCount(2)
})

test('what others do is told in one sentence, in the outline as on the canvas', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const table = await tableOf(server)
  const anna = new TablePage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.opensView('Elenco')
  const told: string[] = []
  await annasBrowser.exposeFunction('told', (sentence: string) => told.push(sentence))
  // What tells it comes a moment after the table.
  await expect(annasBrowser.locator('p[aria-live="polite"]')).toHaveCount(2)
  await annasBrowser.evaluate(() => {
    const hear = (region: Element): void => {
      const tell = (window as unknown as { told(sentence: string): void }).told
      new MutationObserver(() => region.textContent && tell(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    }
    document.querySelectorAll('[aria-live="polite"]').forEach(hear)
  })
  for (const [nth, title] of ['Uno', 'Due', 'Tre'].entries())
    await bruno.clicksDown('Bisogno', title, [1000, 100 + nth * 130])
  await expect.poll(() => told.filter((sentence) => sentence.includes('Bruno'))).not.toEqual([])
  // Three cards and all their letters: no sentence for each.
  expect(told.length).toBeLessThanOrEqual(3)
})

const VIEWS: readonly View[] = [
  'Elenco',
  'Fondi',
  'Verifica',
  'Esporta',
  'Matrici',
  'Tempi',
  'Partner',
  'Traccia',
  'Storia',
]

/** What makes the page or the view wider than the window: tables and drawings may, in places that scroll by themselves. */
function tooWide(): string[] {
  const main = document.querySelector('main')
  if (!main) return ['no main']
  const isWide = main.scrollWidth > main.clientWidth || document.documentElement.scrollWidth > innerWidth
  if (!isWide) return []
  const right = main.getBoundingClientRect().left + main.clientWidth
  /** Whether it lies in a place that scrolls, which holds it: one that is positioned, for what is taken out of the flow. */
  const scrolls = (one: Element): boolean => {
    const isFree = getComputedStyle(one).position === 'absolute'
    for (let at = one.parentElement; at && at !== main; at = at.parentElement) {
      const { overflowX, position } = getComputedStyle(at)
      if (overflowX !== 'visible' && (!isFree || position !== 'static')) return true
      if (isFree && position !== 'static') return scrolls(at)
    }
    return false
  }
  return [...main.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > right + 1 && !scrolls(one))
    .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`)
}

test('at 200 % and at 320 pixels no view has to be pushed sideways', async ({ server, newPerson }) => {
  const table = await tableOf(server)
  for (const viewport of [
    { width: 720, height: 450 },
    { width: 320, height: 640 },
  ]) {
    const page = await newPerson({ viewport, deviceScaleFactor: 2 })
    const anna = new TablePage(page, 'Anna')
    await anna.sitsDownAt(table.link('editor'))
    for (const view of ['Lavagna', ...VIEWS] as const)
      await test.step(`${view} at ${viewport.width}`, async () => {
        await anna.opensView(view)
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeAttached()
        await expect.poll(() => page.evaluate(tooWide)).toEqual([])
      })
  }
})

test('who asks for less motion gets none', async ({ server, newPerson }) => {
  const table = await tableOf(server)
  const anna = new CanvasPage(await newPerson({ reducedMotion: 'reduce' }), 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.chooses('Bisogno', 'Creare un mix sociale equilibrato nei quartieri ERP')
  for (const view of ['Elenco', 'Fondi', 'Verifica', 'Lavagna'] as const) {
    await anna.opensView(view)
    const moving = await anna.page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
        .map((one) =>
          String((one as CSSAnimation).animationName ?? (one as CSSTransition).transitionProperty),
        ),
    )
    expect(moving, view).toEqual([])
  }
})

test('with the colours of the system what is chosen is told apart, and what is drawn is seen', async ({
  server,
  newPerson,
}) => {
  const table = await tableOf(server)
  const page = await newPerson({ forcedColors: 'active' })
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  const groundOf = (name: string): Promise<string> =>
    page
      .getByRole('button', { name, exact: true })
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)
  await expect.poll(() => groundOf('Lavagna')).not.toEqual(await groundOf('Elenco'))
  const drawn = (): Promise<number> =>
    page
      .locator('[data-canvas] path.line')
      .first()
      .evaluate((line) => {
        const parts = (colour: string): number[] => colour.match(/\d+/g)?.map(Number) ?? []
        const ground = parts(getComputedStyle(document.body).backgroundColor)
        return Math.max(
          ...parts(getComputedStyle(line).stroke).map((part, nth) => Math.abs(part - (ground[nth] ?? 0))),
        )
      })
  await expect.poll(drawn, 'the lines of the links against the ground').toBeGreaterThan(128)
  await page.screenshot({ path: 'test/results/views/forced-colours.png' })
  await anna.opensView('Elenco')
  await expect.poll(() => groundOf('Elenco')).not.toEqual(await groundOf('Lavagna'))
})
