import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Kilobytes of JavaScript, gzipped, that a page really loads until it is at rest: lazy chunks of the first moment too. */
async function scriptKb(page: Page, url: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

test('opening a table loads at most 180 kB of JavaScript, and the phone page 60', async ({
  server,
  anna,
  phone,
}) => {
  const table = await server.createTable({ title: 'Pesi', programme: 'pon-metro-2014-2020' })
  const board = await scriptKb(anna, table.link('facilitator'))
  const telephone = await scriptKb(phone, table.link('contributor'))
  test.info().annotations.push({
    type: 'weight',
    description: `board ${board.toFixed(1)} kB, phone ${telephone.toFixed(1)} kB`,
  })
  expect(board).toBeGreaterThan(20)
  expect(board).toBeLessThanOrEqual(180)
  expect(telephone).toBeGreaterThan(10)
  expect(telephone).toBeLessThanOrEqual(60)
})
