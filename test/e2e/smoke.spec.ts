import { expect, test } from './fixtures.ts'

test('the first page opens in Italian, without an error and without leaving the building', async ({
  anna,
  watch,
}) => {
  const answer = await anna.goto('/')
  expect(answer?.status()).toBe(200)
  await expect(anna).toHaveTitle(/Tavolo/)
  await expect(anna.locator('html')).toHaveAttribute('lang', 'it')
  await expect(anna.getByRole('heading', { level: 1 })).toBeVisible()
  await anna.waitForLoadState('networkidle')
  expect(watch.consoleErrors).toEqual([])
  expect(watch.offOrigin).toEqual([])
})

test('the page itself forbids requests to elsewhere', async ({ page, server }) => {
  await page.goto(server.url)
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI))
        fetch('http://localhost.invalid/').then(
          () => resolve('answered'),
          () => setTimeout(resolve, 1000, 'refused by the network alone'),
        )
      }),
  )
  expect(blocked).toBe('http://localhost.invalid/')
})
