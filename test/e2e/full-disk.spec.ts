import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

test('on a full disk one is told that what is written without a network is only in the open tab, and it comes to the table', async ({
  server,
  anna: page,
  bruno: other,
}) => {
  const table = await server.createTable({ title: 'Disco pieno', programme: 'pon-metro-2014-2020' })
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 })
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Con la rete', [400, 200])
  await anna.seesSaved()
  await page.context().setOffline(true)
  await anna.seesOffline()
  await anna.putsDown('Bisogno', 'Senza posto', [700, 200])
  await expect(page.getByText(/solo in questa scheda aperta: non chiuderla/)).toBeVisible()

  await page.context().setOffline(false)
  await anna.seesSaved()
  const bruno = new CanvasPage(other, 'Bruno')
  await bruno.sitsDownAt(table.link('viewer'))
  for (const title of ['Con la rete', 'Senza posto']) await bruno.sees('Bisogno', title)
})
