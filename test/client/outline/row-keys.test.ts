import { describe, expect, it } from 'vitest'
import { rowKey } from '../../../client/components/outline/row-keys.ts'

const press = (
  key: string,
  more: Partial<Parameters<typeof rowKey>[0]> = {},
): Parameters<typeof rowKey>[0] => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
})

describe('keys in the title of a row', () => {
  it('make the next row, go up and down', () => {
    expect(rowKey(press('Enter'), 'Portinerie')).toBe('add')
    expect(rowKey(press('Enter', { ctrlKey: true }), 'Portinerie')).toBeNull()
    expect(rowKey(press('ArrowUp'), 'Portinerie')).toBe('up')
    expect(rowKey(press('ArrowDown'), '')).toBe('down')
  })

  it('do not pile up empty rows', () => expect(rowKey(press('Enter'), '  ')).toBeNull())

  it('take an empty row away, but not when the key was held to empty it', () => {
    expect(rowKey(press('Backspace'), '')).toBe('trash')
    expect(rowKey(press('Backspace', { repeat: true }), '')).toBeNull()
    expect(rowKey(press('Backspace'), 'a')).toBeNull()
  })

  it('leave selecting and writing to the text', () => {
    expect(rowKey(press('ArrowDown', { shiftKey: true }), 'a')).toBeNull()
    expect(rowKey(press('ArrowUp', { ctrlKey: true }), 'a')).toBeNull()
    expect(rowKey(press('a'), 'a')).toBeNull()
  })
})
