import type { Browser, Page } from 'playwright-core'
import { setTimeout as wait } from 'node:timers/promises'
import type { CardId } from '../../../shared/ids.ts'
import type { BuiltServer } from '../../e2e/built-server.ts'
import { median } from '../sync/measure/spread.ts'
import { HUB } from './board.ts'
import { framesOf, type Frames } from './frames.ts'
import { drag, pan, zoom, ZOOM_STEPS } from './gestures.ts'
import { watchTheBoard } from './page-side.ts'
import { Colleague, lay } from './table.ts'

/** What a board of one size costs a browser. Times in milliseconds. */
export interface Figures {
  readonly size: number
  /** From the last of the data to the first frame in which the board can be read. */
  readonly readable: number
  /** From the address to that frame. */
  readonly loaded: number
  readonly zoom: Frames
  readonly pan: Frames
  readonly drag: Frames
  readonly remote: Frames
  /** From a colleague's edit coming in to the frame after it is shown, the middle of several. */
  readonly toPaint: number
  readonly heapMB: number
  /** What a reader should know of this row. */
  readonly note?: string
}

export const REMOTE_MS = 4000
export const EDITS = 15
export const SETTLE_MS = 2500
/** How far one pixel of the wheel zooms with Ctrl: `client/input/wheel.ts`. */
const ZOOM_PER_PIXEL = 0.0075

declare const noted: { dataMs: number; readableMs: number; lastMessageMs: number }

export async function measure(browser: Browser, server: BuiltServer, size: number): Promise<Figures> {
  const table = await lay(server, size)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchTheBoard)
    await page.goto(table.link('editor'))
    await page.getByLabel('Come ti chiami? (facoltativo)').fill('Anna')
    await page.getByRole('button', { name: 'Entra', exact: true }).click()
    await page.waitForFunction(() => noted.readableMs > 0, undefined, { timeout: 120_000 })
    const { dataMs, readableMs } = await page.evaluate(() => noted)
    await wait(SETTLE_MS)
    const middle = await middleOf(page)
    await page.mouse.move(...middle)
    const step = Math.log(await zoomOf(page)) / ZOOM_STEPS / ZOOM_PER_PIXEL
    const zoomed = await framesOf(browser, page, async () => {
      await zoom(page, step)
      await zoom(page, -step)
      await zoom(page, step)
    })
    const reached = await zoomOf(page)
    if (Math.abs(reached - 1) > 0.05) throw new Error(`the zoom ended at ${reached}, not at 1`)
    await page.keyboard.press('Control+0')
    await findHub(page)
    const dragged = await framesOf(browser, page, async () => drag(page, await hubOf(page)))
    await wait(SETTLE_MS)
    const colleague = await Colleague.join(server, table)
    try {
      const seen = await cardsOn(page)
      const remote = await framesOf(browser, page, () => colleague.moveAbout(seen, 200, REMOTE_MS))
      await wait(SETTLE_MS)
      const toPaint = await editToPaint(page, colleague)
      const panned = await framesOf(browser, page, () => pan(page))
      await wait(SETTLE_MS)
      return {
        size,
        readable: readableMs - dataMs,
        loaded: readableMs,
        zoom: zoomed,
        pan: panned,
        drag: dragged,
        remote,
        toPaint,
        heapMB: await heapOf(page),
      }
    } finally {
      colleague.close()
    }
  } finally {
    await context.close()
  }
}

/** What a page costs that only asks for frames, under the same hands. */
export async function emptyPage(browser: Browser): Promise<{ readonly pan: Frames; readonly zoom: Frames }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.setContent('<body style="overflow:hidden"></body>')
  await page.evaluate(() => {
    addEventListener('wheel', (event) => event.preventDefault(), { passive: false })
    const next = (): void => void requestAnimationFrame(next)
    next()
  })
  await page.mouse.move(700, 450)
  const panned = await framesOf(browser, page, () => pan(page))
  const zoomed = await framesOf(browser, page, () => zoom(page, -6))
  await page.close()
  return { pan: panned, zoom: zoomed }
}

async function middleOf(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator('[data-canvas]').boundingBox()
  if (!box) throw new Error('there is no canvas')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Screen pixels per board point, as the cards are shown. */
const zoomOf = (page: Page): Promise<number> =>
  page
    .locator('[data-canvas] > .world')
    .first()
    .evaluate((world) => new DOMMatrix(getComputedStyle(world).transform).a)

/** As people find a card; what opens beside the canvas is closed again. */
async function findHub(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Asse 3')
  await page
    .getByRole('option', { name: /Asse 3/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`[data-canvas] [data-card="${HUB}"]`).waitFor()
  await wait(SETTLE_MS)
  await page.keyboard.press('Escape')
  await wait(SETTLE_MS)
}

async function hubOf(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator(`[data-canvas] [data-card="${HUB}"]`).boundingBox()
  if (!box) throw new Error('the card in the middle is not on the screen')
  return [box.x + box.width / 2, box.y + 14]
}

const cardsOn = (page: Page): Promise<CardId[]> =>
  page
    .locator('[data-canvas] [data-card]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-card') ?? '') as CardId[])

async function editToPaint(page: Page, colleague: Colleague): Promise<number> {
  const times: number[] = []
  for (let nth = 0; nth < EDITS; nth++) {
    const title = `Asse 3, riveduto ${nth}`
    const shown = page.evaluate(
      ([id, text]) =>
        new Promise<number>((resolve) => {
          const look = new MutationObserver(() => {
            if (
              !document.querySelector(`[data-canvas] [data-card="${id}"]`)?.textContent?.includes(text ?? '')
            )
              return
            look.disconnect()
            const cameMs = noted.lastMessageMs
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - cameMs)))
          })
          look.observe(document.body, { subtree: true, childList: true, characterData: true })
        }),
      [HUB, title],
    )
    await wait(60)
    colleague.retitle(HUB, title)
    times.push(await shown)
  }
  return median(times)
}

export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.enable')
  for (let nth = 0; nth < 3; nth++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}
