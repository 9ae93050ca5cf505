import { expect, type Locator } from '@playwright/test'

/** A place on the screen, in pixels. */
export type At = readonly [x: number, y: number]

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Where something lies once it lies still. What a person did is drawn a frame later, and a panel that opens moves the
 * canvas in another: a place that is read at once may be where it was.
 */
export async function boxOf(element: Locator): Promise<Box> {
  let box: Box | null = null
  await expect
    .poll(
      async () => (box = await element.evaluate(atRest).catch(() => null)),
      `${String(element)} lies still`,
    )
    .not.toBeNull()
  if (!box) throw new Error(`${String(element)} is nowhere on the screen.`)
  return box
}

export async function middleOf(element: Locator): Promise<At> {
  const { x, y, width, height } = await boxOf(element)
  return [x + width / 2, y + height / 2]
}

/** The box that an element has in three frames one after another; null when it moved, is not seen or is gone. */
async function atRest(element: Element): Promise<Box | null> {
  const read = (): Box => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const first = read()
  for (let frame = 0; frame < 3; frame++) {
    await new Promise(requestAnimationFrame)
    const now = read()
    const isSame =
      now.x === first.x && now.y === first.y && now.width === first.width && now.height === first.height
    if (!isSame || now.width === 0 || now.height === 0) return null
  }
  return first
}
