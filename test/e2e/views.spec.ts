import AxeBuilder from '@axe-core/playwright'
import { mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LOOKS, makeWorld, placesAt, type Look } from './places.ts'

const PICTURES = fileURLToPath(new URL('../results/views/', import.meta.url))

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe has against a page, as "rule: what is wrong › where"; of the dark theme only the colours, the rest is the same. */
async function violationsOf(page: Page, { context }: Look): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  if (context.colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
  else axe.withTags(WCAG_2_2_AA)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim()
      return `${id}: ${why} › ${target.join(' ')}`
    }),
  )
}

/** How much wider than the window the page is; sideways scrolling hides what a person does not look for. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth)

/**
 * Controls smaller than a fingertip, as "name 30×20". Inline links in a sentence, what is hidden from sight and controls
 * whose label takes the finger are left out (WCAG 2.2, 2.5.8).
 */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((wanted) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary',
    )
    return [...controls].flatMap((control) => {
      const byLabel = control.matches('input[type=radio], input[type=checkbox], input[type=file]')
      const taker = (byLabel ? (control as HTMLInputElement).labels?.[0] : null) ?? control
      const { width, height } = taker.getBoundingClientRect()
      const unseen = !control.checkVisibility({ visibilityProperty: true }) || width <= 1 || height <= 1
      const behind = document.querySelector('dialog:modal') && !control.closest('dialog:modal')
      if (unseen || behind || (width >= wanted && height >= wanted)) return []
      const named = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? ''
      const name = named || (control as HTMLInputElement).labels?.[0]?.textContent?.trim() || ''
      return [`${control.tagName.toLowerCase()} «${name}» ${Math.round(width)}×${Math.round(height)}`]
    })
  }, least)

test.describe('every view', () => {
  for (const look of LOOKS)
    test(`fits the window, can be touched, and axe has nothing against it, at ${look.name}`, async ({
      server,
      newPerson,
    }) => {
      const world = await makeWorld(server)
      const page = await newPerson(look.context)
      const folder = `${PICTURES}${look.name.replace(' ', '-')}/`
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      for (const [at, place] of placesAt(look).entries())
        await test.step(place.name, async () => {
          await place.open(page, world, look)
          await page.screenshot({ path: `${folder}${String(at + 1).padStart(2, '0')}-${place.name}.png` })
          expect.soft(await overflow(page), `${place.name} is wider than the window`).toBeLessThanOrEqual(0)
          const least = look.narrow ? 44 : 24
          expect
            .soft(await smallTargets(page, least), `targets under ${least} px in ${place.name}`)
            .toEqual([])
          expect.soft(await violationsOf(page, look), `axe in ${place.name}`).toEqual([])
        })
    })
})
