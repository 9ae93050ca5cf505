import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'

/**
 * Kilobytes of JavaScript, gzipped, that a page asks for until `shown` (a selector) is in it: lazy chunks of the first
 * moment too. What comes after that, such as the rules of a plan, keeps nobody waiting.
 */
async function scriptKb(page: Page, shown: string, arrive: () => Promise<unknown>): Promise<number> {
  const scripts: Response[] = []
  const listen = (response: Response): void => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  }
  page.on('response', listen)
  await page.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return
      observer.disconnect()
      performance.mark('shown')
    }).observe(document, { childList: true, subtree: true })
  }, shown)
  await arrive()
  await page.locator(shown).waitFor()
  const early = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('shown')
    const before = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => mark && startTime <= mark.startTime)
    return before.map(({ name }) => name)
  })
  page.off('response', listen)
  const bodies = await Promise.all(
    scripts.filter((script) => early.includes(script.url())).map((script) => script.body()),
  )
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000
}

test('opening a table loads at most 180 kB of JavaScript, and the phone page 60', async ({
  server,
  anna,
  phone,
}) => {
  const table = await server.createTable({ title: 'Pesi', programme: 'pon-metro-2014-2020' })
  const board = await scriptKb(anna, '.palette', () =>
    new TablePage(anna, 'Anna').sitsDownAt(table.link('facilitator')),
  )
  const telephone = await scriptKb(phone, 'main form', () => phone.goto(table.link('contributor')))
  test.info().annotations.push({
    type: 'weight',
    description: `board ${board.toFixed(1)} kB, phone ${telephone.toFixed(1)} kB`,
  })
  expect(board).toBeGreaterThan(20)
  expect(board).toBeLessThanOrEqual(180)
  expect(telephone).toBeGreaterThan(10)
  expect(telephone).toBeLessThanOrEqual(60)
})
