import { expect, test } from './fixtures.ts'
import type { Page } from '@playwright/test'
import { CanvasPage } from './pages/canvas-page.ts'
import { boxOf } from './pages/place.ts'

const NEED = 'Un doposcuola nel quartiere'
const ACTION = 'Aule aperte il pomeriggio'

/** Where the one line on the board begins and ends on the screen. */
const lineOn = (page: Page): Promise<readonly (readonly [number, number])[]> =>
  page.locator('[data-canvas] path:is(.line, .lines)').evaluate((element) => {
    const line = element as SVGPathElement
    const place = line.getScreenCTM()
    return [0, line.getTotalLength()].map((length) => {
      const { x, y } = line.getPointAtLength(length).matrixTransform(place ?? undefined)
      return [Math.round(x), Math.round(y)] as const
    })
  })

/** The line runs from the need's right side to the action's left one, wherever they are. */
const linesUp = async (person: CanvasPage): Promise<void> =>
  expect(async () => {
    const [need, action] = await Promise.all(
      [person.card('Bisogno', NEED), person.card('Azione', ACTION)].map((card) => card.boundingBox()),
    )
    const [start, end] = await lineOn(person.page)
    if (!need || !action || !start || !end) throw new Error('something is not shown')
    expect(Math.abs(start[0] - (need.x + need.width))).toBeLessThanOrEqual(2)
    expect(Math.abs(start[1] - (need.y + need.height / 2))).toBeLessThanOrEqual(2)
    expect(Math.abs(end[0] - action.x)).toBeLessThanOrEqual(2)
    expect(Math.abs(end[1] - (action.y + action.height / 2))).toBeLessThanOrEqual(2)
  }).toPass()

test('while a card is carried nothing opens beside the table, and others see it and its line on their way', async ({
  server,
  anna: annasPage,
  bruno: brunosPage,
}) => {
  const table = await server.createTable({ title: 'Giambellino', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasPage, 'Anna')
  const bruno = new CanvasPage(brunosPage, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', NEED, [300, 200])
  await anna.putsDown('Azione', ACTION, [900, 260])
  await anna.joins(['Azione', ACTION], ['Bisogno', NEED])
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
  for (const person of [anna, bruno]) await linesUp(person)
  const [x, y] = await restsAt(anna)
  const there = await restsAt(bruno)
  const { width: wide } = await boxOf(anna.canvas)

  await anna.page.mouse.move(x, y)
  await anna.page.mouse.down()
  await anna.page.mouse.move(x + 60, y + 40, { steps: 4 })
  await anna.page.mouse.move(x + 240, y + 130, { steps: 4 })
  await expect.poll(() => middle(anna)).toEqual([x + 240, y + 130])
  await expect.poll(() => middle(bruno)).toEqual([there[0] + 240, there[1] + 130])
  for (const person of [anna, bruno]) await linesUp(person)
  await expect(anna.card('Bisogno', NEED)).toHaveAttribute('aria-current', 'true')
  await expect(anna.panel).toBeHidden()
  expect((await boxOf(anna.canvas)).width).toBe(wide)

  await anna.page.mouse.up()
  await expect(anna.panel).toBeVisible()
  await expect.poll(() => middle(bruno)).toEqual([there[0] + 240, there[1] + 130])
  for (const person of [anna, bruno]) await linesUp(person)
})
