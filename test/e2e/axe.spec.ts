import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LOOKS, makeWorld, placesAt } from './places.ts'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe has against a page, as "rule: what is wrong › where". */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim()
      return `${id}: ${why} › ${target.join(' ')}`
    }),
  )
}

test.describe('axe finds nothing against WCAG 2.2 AA', () => {
  for (const look of LOOKS)
    test(`in any view, at ${look.name}`, async ({ server, newPerson }) => {
      test.setTimeout(240_000)
      const world = await makeWorld(server)
      const page = await newPerson(look.context)
      for (const place of placesAt(look))
        await test.step(place.name, async () => {
          await place.open(page, world, look)
          expect.soft(await violationsOf(page), `axe in ${place.name}`).toEqual([])
        })
    })
})
