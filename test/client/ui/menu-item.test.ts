import { describe, expect, it } from 'vitest'
import { nextItem, type MenuItem } from '../../../client/components/ui/menu-item.ts'

const act = (): void => undefined
const items: MenuItem[] = [
  { label: 'Apri', act, disabled: true },
  { label: 'Sposta', act },
  { label: 'Separa', act, disabled: true },
  { label: 'Cestino', act },
  { label: 'Scheda', act },
]

describe('the keys of a menu', () => {
  it('go down and up, round the ends, passing over what is disabled', () => {
    expect(nextItem(items, -1, 'ArrowDown')).toBe(1)
    expect(nextItem(items, 1, 'ArrowDown')).toBe(3)
    expect(nextItem(items, 4, 'ArrowDown')).toBe(1)
    expect(nextItem(items, 1, 'ArrowUp')).toBe(4)
    expect(nextItem(items, -1, 'ArrowUp')).toBe(4)
  })

  it('go to the ends', () => {
    expect(nextItem(items, 3, 'Home')).toBe(1)
    expect(nextItem(items, 1, 'End')).toBe(4)
  })

  it('go to the next line that begins with a letter', () => {
    expect(nextItem(items, 1, 's')).toBe(4)
    expect(nextItem(items, 4, 'S')).toBe(1)
    expect(nextItem(items, 1, 'z')).toBeNull()
  })

  it('lead nowhere when every line is disabled or the key means nothing', () => {
    expect(nextItem([{ label: 'Apri', act, disabled: true }], -1, 'ArrowDown')).toBeNull()
    expect(nextItem(items, 1, 'Enter')).toBeNull()
  })
})
