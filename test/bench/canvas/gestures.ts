import type { Page } from 'playwright-core'
import { setTimeout as wait } from 'node:timers/promises'

/** Hands do something about sixty times a second. */
const EVERY_MS = 16
/** From the whole board to 100 % in a second. */
export const ZOOM_STEPS = 60

/** Breaks off after `mostMs`: where each step waits for a slow page, a hand gives up. */
async function steadily(
  times: number,
  mostMs: number,
  act: (nth: number) => Promise<unknown>,
): Promise<void> {
  const fromMs = performance.now()
  for (let nth = 0; nth < times && performance.now() - fromMs < mostMs; nth++) {
    await act(nth)
    const restMs = fromMs + (nth + 1) * EVERY_MS - performance.now()
    if (restMs > 0) await wait(restMs)
  }
}

/** Two fingers on a trackpad: there and back, over several screens. */
export const pan = (page: Page, mostMs = Infinity): Promise<void> =>
  steadily(160, mostMs, (nth) => page.mouse.wheel(nth < 80 ? 40 : -40, nth < 80 ? 22 : -22))

/** A pinch on a trackpad: `ZOOM_STEPS` wheel events of `delta` each, with Ctrl; below zero it goes nearer. */
export async function zoom(page: Page, delta: number, mostMs = Infinity): Promise<void> {
  await page.keyboard.down('Control')
  await steadily(ZOOM_STEPS, mostMs, () => page.mouse.wheel(0, delta))
  await page.keyboard.up('Control')
}

/**
 * Takes what lies under the pointer, carries it about and puts it back. The pointer is moved by the browser's own protocol:
 * the driver's mouse runs a script of its own in the page before and after each step with a button held, which would be
 * counted as the page's work.
 */
export async function drag(page: Page, [x, y]: readonly [number, number], mostMs = Infinity): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  const devtools = await page.context().newCDPSession(page)
  const move = (dx: number, dy: number): Promise<unknown> =>
    devtools.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x: x + dx,
      y: y + dy,
      button: 'left',
      buttons: 1,
    })
  await steadily(120, mostMs, (nth) => {
    const turn = (nth / 60) * Math.PI
    return move(160 * Math.sin(turn), 60 * (1 - Math.cos(turn)))
  })
  await move(0, 0)
  await page.mouse.up()
  await devtools.detach()
}
