import type { Page } from 'playwright-core'
import { setTimeout as wait } from 'node:timers/promises'

/** Hands do something about sixty times a second. */
const EVERY_MS = 16

async function steadily(times: number, act: (nth: number) => Promise<unknown>): Promise<void> {
  const fromMs = performance.now()
  for (let nth = 0; nth < times; nth++) {
    await act(nth)
    const restMs = fromMs + (nth + 1) * EVERY_MS - performance.now()
    if (restMs > 0) await wait(restMs)
  }
}

/** Two fingers on a trackpad: there and back, over several screens. */
export const pan = (page: Page): Promise<void> =>
  steadily(160, (nth) => page.mouse.wheel(nth < 80 ? 40 : -40, nth < 80 ? 22 : -22))

/** From the whole board into its middle until cards have their own size, or back. */
export async function zoom(page: Page, into: boolean, times = 60): Promise<void> {
  await page.keyboard.down('Control')
  await steadily(times, () => page.mouse.wheel(0, into ? -60 : 60))
  await page.keyboard.up('Control')
}

/** Takes what lies under the pointer, carries it about and puts it back. */
export async function drag(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await steadily(120, (nth) => {
    const turn = (nth / 60) * Math.PI
    return page.mouse.move(x + 160 * Math.sin(turn), y + 60 * (1 - Math.cos(turn)))
  })
  await page.mouse.move(x, y)
  await page.mouse.up()
}
