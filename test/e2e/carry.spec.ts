import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { boxOf } from './pages/place.ts'

const NEED = 'Un doposcuola nel quartiere'

test('while a card is carried nothing opens beside the table, and others see it on its way', async ({
  server,
  anna: annasPage,
  bruno: brunosPage,
}) => {
  const table = await server.createTable({ title: 'Giambellino', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasPage, 'Anna')
  const bruno = new CanvasPage(brunosPage, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', NEED, [300, 200])
  await anna.letsGo()
  await bruno.sitsDownAt(table.link('viewer'))
  await bruno.sees('Bisogno', NEED)
  const middle = async (person: CanvasPage): Promise<[number, number]> => {
    const box = await person.card('Bisogno', NEED).boundingBox()
    return box ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : [NaN, NaN]
  }
  const restsAt = async (person: CanvasPage): Promise<[number, number]> => {
    await boxOf(person.card('Bisogno', NEED))
    return middle(person)
  }
  const [x, y] = await restsAt(anna)
  const there = await restsAt(bruno)
  const { width: wide } = await boxOf(anna.canvas)

  await anna.page.mouse.move(x, y)
  await anna.page.mouse.down()
  await anna.page.mouse.move(x + 60, y + 40, { steps: 4 })
  await anna.page.mouse.move(x + 240, y + 130, { steps: 4 })
  await expect.poll(() => middle(anna)).toEqual([x + 240, y + 130])
  await expect.poll(() => middle(bruno)).toEqual([there[0] + 240, there[1] + 130])
  await expect(anna.card('Bisogno', NEED)).toHaveAttribute('aria-current', 'true')
  await expect(anna.panel).toBeHidden()
  expect((await boxOf(anna.canvas)).width).toBe(wide)

  await anna.page.mouse.up()
  await expect(anna.panel).toBeVisible()
  await expect.poll(() => middle(bruno)).toEqual([there[0] + 240, there[1] + 130])
})
