import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const TABLE = { title: 'Un computer per tutti', programme: 'pon-metro-2014-2020' }

/** The arrow with a name that shows where somebody else points. */
const cursorOf = (page: Page, name: string) => page.locator('.cursor span', { hasText: name })

test('[SYNC-20] [SYNC-21] people see where others point, a telephone does not ask for it, and a facilitator switches it off for all', async ({
  server,
  newPerson,
  phone,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(await newPerson(), 'Anna')
  const bruno = new CanvasPage(await newPerson(), 'Bruno')
  const carla = new CanvasPage(phone, 'Carla')
  const heard: string[] = []
  carla.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
  )
  await anna.sitsDownAt(table.link('facilitator'))
  await bruno.sitsDownAt(table.link('editor'))
  await carla.sitsDownAt(table.link('editor'))

  await bruno.page.mouse.move(700, 400)
  await expect(cursorOf(anna.page, 'Bruno')).toBeVisible()
  await expect(carla.page.getByRole('button', { name: '3 persone al tavolo' })).toBeVisible()

  const menu = anna.page.getByRole('button', { name: 'Altro: comandi, aspetto e lingua' })
  const onOff = anna.page.getByRole('menuitemcheckbox', { name: 'Mostra i cursori di tutti' })
  await menu.click()
  await expect(onOff).toBeChecked()
  await onOff.click()
  await expect(cursorOf(anna.page, 'Bruno')).toHaveCount(0)
  await anna.page.mouse.move(600, 300)
  await bruno.page.mouse.move(720, 420)
  // What comes after it in the same way has arrived: no cursor came with it.
  await anna.putsDown('Bisogno', 'Dopo', [400, 300])
  await bruno.sees('Bisogno', 'Dopo')
  await bruno.chooses('Bisogno', 'Dopo')
  await expect(anna.page.locator('.cursor')).toHaveCount(0)
  await expect(bruno.page.locator('.cursor')).toHaveCount(0)

  await bruno.comesBack()
  await bruno.page.mouse.move(700, 440)
  await menu.click()
  await expect(onOff).not.toBeChecked()
  await onOff.click()
  await bruno.page.mouse.move(740, 460)
  await expect(cursorOf(anna.page, 'Bruno')).toBeVisible()

  await expect(carla.page.getByRole('button', { name: 'Apri la scheda «Dopo»' })).toBeVisible()
  expect(heard.some((frame) => frame.includes('"name":"Bruno"'))).toBe(true)
  expect(heard.filter((frame) => frame.includes('"cursor"'))).toEqual([])

  // Who is no facilitator has no such switch.
  await bruno.page.getByRole('button', { name: 'Altro: comandi, aspetto e lingua' }).click()
  await expect(bruno.page.getByRole('menu')).toBeVisible()
  await expect(bruno.page.getByRole('menuitemcheckbox')).toHaveCount(0)
})
