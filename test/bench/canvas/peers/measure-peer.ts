import type { Browser, Page } from 'playwright-core'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from '../../sync/measure/spread.ts'
import { HUB } from '../board.ts'
import { framesOf } from '../frames.ts'
import { drag, pan, zoom, ZOOM_STEPS } from '../gestures.ts'
import { EDITS, heapOf, REMOTE_MS, SETTLE_MS, type Figures } from '../measure.ts'
import type { PeerPage } from './peer-page.ts'
import type { PlainBoard } from './plain-board.ts'

declare const peer: PeerPage

/** Boards whose cards are not shown by then are said not to load; what takes longer than a hand's patience is broken off. */
const LOAD_MS = 90_000
const GESTURE_MS = 15_000
const SETTLED_MS = 30_000

/** What a peer costs under the same hands; a text says what it cannot do. */
export async function measurePeer(
  browser: Browser,
  url: string,
  board: PlainBoard,
): Promise<Figures | string> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' })
  // Some fetch fonts and pictures from elsewhere: what is measured is this machine.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(LOAD_MS)
  try {
    return await figuresOf(browser, page, url, board)
  } catch (error) {
    return `not measured to the end: ${String(error).split('\n')[0] ?? ''}`
  } finally {
    await context.close()
  }
}

async function figuresOf(
  browser: Browser,
  page: Page,
  url: string,
  board: PlainBoard,
): Promise<Figures | string> {
  await page.goto(url)
  await page.waitForFunction(() => 'peer' in window)
  const started = await page.evaluate(() => performance.now())
  await page.evaluate((data) => void Object.assign(window, { board: data }), board)
  const readable = await within(LOAD_MS, page.evaluate(load))
  if (readable === null) return `does not show them in ${LOAD_MS / 1000} s`
  await settle(page)
  const fit = await page.evaluate(() => peer.zoom())
  const step = await page.evaluate(([from, times]) => peer.wheel(from, 1, times), [fit, ZOOM_STEPS] as const)
  await page.mouse.move(720, 450)
  const zoomed = await framesOf(browser, page, async () => {
    await zoom(page, step, GESTURE_MS)
    await zoom(page, -step, GESTURE_MS)
    await zoom(page, step, GESTURE_MS)
  })
  const reached = await page.evaluate(() => peer.zoom())
  await page.evaluate((id) => peer.show(id), HUB)
  await settle(page)
  const place = await page.evaluate((id) => peer.place(id), HUB)
  const dragged = await framesOf(browser, page, () => drag(page, place, GESTURE_MS))
  await page.keyboard.press('Escape')
  await settle(page)
  const remote = await framesOf(browser, page, async () => {
    await page.evaluate(burst, [200, REMOTE_MS] as const)
  })
  await settle(page)
  const toPaint: number[] = []
  for (let nth = 0; nth < EDITS; nth++)
    toPaint.push(await page.evaluate(edit, [HUB, `riveduto ${nth}`] as const))
  const panned = await framesOf(browser, page, () => pan(page, GESTURE_MS))
  await settle(page)
  return {
    size: board.cards.length,
    readable,
    loaded: started + readable,
    zoom: zoomed,
    pan: panned,
    drag: dragged,
    remote,
    toPaint: median(toPaint),
    heapMB: await heapOf(page),
    note: `zoom ${percent(fit)} to ${percent(reached)}`,
  }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

/** In the page: gives the board to the program and waits for the first frame in which a card is shown. */
async function load(): Promise<number> {
  const fromMs = performance.now()
  await peer.load((window as unknown as { board: PlainBoard }).board)
  while (!peer.isReadable()) await new Promise(requestAnimationFrame)
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - fromMs
}

/** In the page: moves the cards on the screen, one change each, so many a second, as fast as the program lets it. */
async function burst([perSecond, forMs]: readonly [number, number]): Promise<void> {
  const ids = peer.seen()
  const fromMs = performance.now()
  for (let nth = 0; performance.now() - fromMs < forMs;) {
    const due = ((performance.now() - fromMs) / 1000) * perSecond
    for (; nth < due && performance.now() - fromMs < forMs; nth++) {
      const id = ids[nth % ids.length]
      if (id !== undefined) peer.move(id, nth % 2 === 0 ? 40 : -40, nth % 3 === 0 ? 20 : -10)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** In the page: from a change until the frame that shows it has been made. */
async function edit([id, title]: readonly [string, string]): Promise<number> {
  const fromMs = performance.now()
  peer.retitle(id, title)
  do await new Promise(requestAnimationFrame)
  while (!peer.shows(title) && performance.now() - fromMs < 10_000)
  await new Promise((resolve) => setTimeout(resolve))
  return performance.now() - fromMs
}

/** Waits until the page answers again, and a little longer. */
async function settle(page: Page): Promise<void> {
  await within(
    SETTLED_MS,
    page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))),
  )
  await wait(SETTLE_MS)
}

async function within<T>(ms: number, done: Promise<T>): Promise<T | null> {
  const stop = new AbortController()
  const late = wait(ms, null, { signal: stop.signal }).catch(() => null)
  try {
    return await Promise.race([done, late])
  } finally {
    stop.abort()
  }
}
