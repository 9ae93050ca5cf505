import { expect, type Locator, type Page } from '@playwright/test'

/** More presses than any way through a view needs: what is not met by then cannot be reached. */
const FAR = 200

/**
 * Presses a key until the focus is on something. After each press the page gets the two frames that a view may take to
 * move the focus by itself.
 */
export async function walk(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < FAR; press++) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    if (key.startsWith('Arrow')) await page.evaluate(twoFrames)
  }
  throw new Error(`${String(target)} is not reached with ${FAR} presses of ${key}.`)
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
