import type { Locator } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { aLargeBoard } from '../bench/a-large-board.ts'
import { expect, test } from './fixtures.ts'
import { boxOf } from './pages/place.ts'
import { TablePage } from './pages/table-page.ts'

const CARDS = 1_500
const titleOf = (kind: string, n: number): string => `${kind} numero ${n} con un titolo di lunghezza comune`

test('of a long list the rows near what one sees are drawn, and every row can be reached', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ title: 'Molte righe', programme: 'pon-metro-2014-2020' })
  const doc = aLargeBoard(CARDS)
  const colleague = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, table.id, doc, {
    protocols: ['tavolo', `key.${table.keys.editor}`],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await expect.poll(() => colleague.synced).toBe(true)
  const page = await newPerson()
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Elenco')
  const rows = page.locator('main textarea[data-card]')
  const row = (kind: string, n: number): Locator => page.locator(`main textarea[data-card="${kind}-${n}"]`)
  const wheel = async (by: number): Promise<void> => {
    await page.mouse.move(700, 600)
    await page.mouse.wheel(0, by)
  }

  /** Nowhere in sight is there room in place of rows. */
  const noneMissing = (): Promise<void> =>
    expect
      .poll(async () => {
        const rooms = await page.locator('main .room').all()
        const boxes = await Promise.all(rooms.map((room) => room.boundingBox()))
        return boxes.filter((box) => box && box.y < 900 && box.y + box.height > 0)
      })
      .toEqual([])

  await test.step('a screen or two of rows, which say where they stand', async () => {
    await expect(row('intervention', 0)).toBeInViewport()
    expect(await rows.count()).toBeLessThan(100)
    const line = page.locator('li[data-row="intervention-1"]')
    await expect(line).toHaveAttribute('aria-posinset', '2')
    await expect(line).toHaveAttribute('aria-setsize', '90')
  })

  await test.step('rows come as one scrolls, down to the last', async () => {
    await wheel(40_000)
    await expect(row('intervention', 1)).toHaveCount(0)
    await noneMissing()
    await expect
      .poll(async () => {
        await wheel(1_000_000)
        return row('note', 339).isVisible()
      })
      .toBe(true)
    await expect(row('note', 339)).toBeInViewport()
    await noneMissing()
    expect(await rows.count()).toBeLessThan(100)
  })

  await test.step('a heading leads to its rows', async () => {
    await page
      .getByRole('navigation', { name: 'Elenco' })
      .getByRole('button', { name: /^Bisogni/ })
      .click()
    await expect(row('need', 0)).toBeInViewport()
    await expect(row('note', 339)).toHaveCount(0)
    await noneMissing()
  })

  await test.step('the row one writes in stays drawn, and the arrows go on from it', async () => {
    await row('need', 2).click()
    await wheel(50_000)
    await expect(row('need', 1)).toHaveCount(0)
    await expect(row('need', 2)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(row('need', 3)).toBeFocused()
    await expect(row('need', 3)).toBeInViewport()
    await page.keyboard.press('ArrowUp')
    await expect(row('need', 2)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(row('need', 1)).toBeFocused()
  })

  await test.step('what is looked for by name comes into sight', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(titleOf('need', 480))
    await page.keyboard.press('Enter')
    await expect(row('need', 480)).toBeFocused()
    await expect(row('need', 480)).toBeInViewport()
    await noneMissing()
  })

  await test.step('what colleagues put above moves nothing under one’s hands', async () => {
    const before = await boxOf(row('need', 480))
    for (let n = 0; n < 40; n++) addCard(doc, { kind: 'need', at: [n * 260, -200], title: `Sopra ${n}` })
    await expect(page.getByRole('navigation', { name: 'Elenco' })).toContainText('Bisogni 640')
    await page.keyboard.press('End')
    await page.keyboard.type(', oggi')
    await expect(row('need', 480)).toHaveValue(`${titleOf('need', 480)}, oggi`)
    expect(Math.abs((await boxOf(row('need', 480))).y - before.y)).toBeLessThan(2)
  })

  await test.step('a row made after the last of a group has the focus; an empty one goes by Backspace', async () => {
    await page.keyboard.press('Enter')
    await expect(page.locator(':focus')).toHaveValue('')
    await page.keyboard.type('Nuovo')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Backspace')
    await expect(page.locator(':focus')).toHaveValue('Nuovo')
  })
  colleague.destroy()
})
