import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { aLargeBoard } from '../bench/a-large-board.ts'
import { editCard } from '../../shared/board/commands/edit-card.ts'
import { moveCards } from '../../shared/board/commands/move-cards.ts'
import { trashCards } from '../../shared/board/commands/trash-cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'

/** More cards than are painted exactly at rest, far enough to be drawn from pictures. */
const CARDS = 700

/** The canvas in patches of eight by eight pixels: lines that cross are not blended to the last bit the same in a part and in the whole. */
const seenBy = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-canvas] > canvas')
    if (!canvas) return []
    const [width, height] = [Math.floor(canvas.width / 8), Math.floor(canvas.height / 8)]
    const patches = new OffscreenCanvas(width, height).getContext('2d')
    if (!patches) return []
    patches.fillStyle = 'white'
    patches.fillRect(0, 0, width, height)
    patches.imageSmoothingQuality = 'high'
    patches.drawImage(canvas, 0, 0, width, height)
    return [...patches.getImageData(0, 0, width, height).data]
  })

/** Of 255 levels of a colour: a card too many or too few makes a patch differ by more than 16. */
const SAME = 8

const farthest = (one: readonly number[], other: readonly number[]): number =>
  one.length === other.length
    ? one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0)
    : Infinity

test('from far, a board that changes under one’s eyes looks as it does to who comes in afterwards', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ title: 'Da lontano', programme: 'pon-metro-2014-2020' })
  const doc = aLargeBoard(CARDS)
  const colleague = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, table.id, doc, {
    protocols: ['tavolo', `key.${table.keys.editor}`],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  })
  await expect.poll(() => colleague.synced).toBe(true)
  const anna = new TablePage(await newPerson(), 'Anna')
  await anna.sitsDownAt(table.link('viewer'))
  await expect(anna.page.locator('nav .count').first()).toBeVisible()
  const before = await seenBy(anna.page)

  const card = (kind: string, n: number): CardId => `${kind}-${n}` as CardId
  moveCards(doc, [{ id: card('action', 45), to: [5000, 640] }])
  editCard(doc, card('need', 130), { title: 'Più spazi per i ragazzi, aperti anche la sera e la domenica' })
  editCard(doc, card('need', 131), { title: 'Un medico' })
  trashCards(doc, [card('need', 101), card('action', 12)])
  moveCards(doc, [{ id: card('intervention', 3), to: [2000, 300] }])

  const berta = new TablePage(await newPerson(), 'Berta')
  await berta.sitsDownAt(table.link('viewer'))
  await expect
    .poll(async () => farthest(await seenBy(anna.page), await seenBy(berta.page)))
    .toBeLessThan(SAME)
  expect(farthest(await seenBy(anna.page), before)).toBeGreaterThan(2 * SAME)
  colleague.destroy()
})
