import { expect, type CDPSession, type Locator, type Page } from '@playwright/test'
import { middleOf, type At } from './place.ts'

type Target = Locator | At

/** Longer than a browser, and we, take for a long press. */
const HELD_MS = 700
const STEPS = 8

/** One or two fingers on a screen, as the browser gets them from the glass: no mouse, no hover, no key. */
export class Finger {
  private constructor(
    private readonly page: Page,
    private readonly glass: CDPSession,
  ) {}

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page))
  }

  async taps(target: Target): Promise<void> {
    await this.#down([await this.#placeOf(target)])
    await this.#up()
  }

  /** Rests on a place until its menu comes. */
  async holds(target: Target): Promise<void> {
    await this.#down([await this.#placeOf(target)])
    await this.page.waitForTimeout(HELD_MS)
    await this.#up()
  }

  async drags(from: Target, [dx, dy]: At): Promise<void> {
    const [x, y] = await this.#placeOf(from)
    await this.#down([[x, y]])
    for (let step = 1; step <= STEPS; step++)
      await this.#moves([[x + (dx * step) / STEPS, y + (dy * step) / STEPS]])
    await this.#up()
  }

  /** Two fingers side by side, from one distance to another. */
  async pinches([x, y]: At, from: number, to: number): Promise<void> {
    const apart = (distance: number): readonly At[] => [
      [x - distance / 2, y],
      [x + distance / 2, y],
    ]
    await this.#down(apart(from))
    for (let step = 1; step <= STEPS; step++) await this.#moves(apart(from + ((to - from) * step) / STEPS))
    await this.#up()
  }

  /** The same, but the right one is lifted first, and the left one goes on by itself. */
  async pinchesAndGoesOn([x, y]: At, from: number, to: number, [dx, dy]: At): Promise<void> {
    const apart = (distance: number): readonly [At, At] => [
      [x - distance / 2, y],
      [x + distance / 2, y],
    ]
    await this.#down(apart(from))
    for (let step = 1; step <= STEPS; step++) await this.#moves(apart(from + ((to - from) * step) / STEPS))
    const [left, right] = apart(to)
    await this.#lifts(right, 1)
    for (let step = 1; step <= STEPS; step++)
      await this.#moves([[left[0] + (dx * step) / STEPS, left[1] + (dy * step) / STEPS]])
    await this.#up()
  }

  /** What the keyboard of a phone, or dictation, sends to the field that has opened: text, and no keys. */
  async writes(text: string): Promise<void> {
    const field = this.page.locator('input:focus, textarea:focus')
    await expect(field).toHaveCount(1)
    await this.page.keyboard.insertText(text)
    await expect(field).toHaveValue(text)
  }

  async #placeOf(target: Target): Promise<At> {
    if (!('click' in target)) return target
    await target.scrollIntoViewIfNeeded()
    return middleOf(target)
  }

  readonly #down = (at: readonly At[]): Promise<unknown> => this.#touch('touchStart', at)
  readonly #moves = (at: readonly At[]): Promise<unknown> => this.#touch('touchMove', at)
  readonly #up = (): Promise<unknown> => this.#touch('touchEnd', [])

  /** One of several; in the protocol of the browser the end names those that go. */
  #lifts([x, y]: At, id: number): Promise<unknown> {
    const touchPoints = [{ x, y, id }]
    return this.glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints })
  }

  #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly At[]): Promise<unknown> {
    const touchPoints = at.map(([x, y], id) => ({ x, y, id }))
    return this.glass.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
