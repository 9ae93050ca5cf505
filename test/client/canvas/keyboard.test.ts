import { describe, expect, it } from 'vitest'
import { shortcutText } from '../../../client/actions/action.ts'
import { ACTIONS } from '../../../client/actions/index.ts'
import { asked, matches, type Stroke } from '../../../client/input/keyboard.ts'

const stroke = (key: string, over: Partial<Stroke> & { altGraph?: boolean } = {}): Stroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  getModifierState: (name) => name === 'AltGraph' && over.altGraph === true,
  ...over,
})
const action = (key: string, over: Parameters<typeof stroke>[1] = {}) => asked(stroke(key, over), ACTIONS)?.id

describe('shortcuts', () => {
  it('undo, redo in both common ways, and tell them apart', () => {
    expect(action('z', { ctrlKey: true })).toBe('undo')
    expect(action('Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(action('y', { ctrlKey: true })).toBe('redo')
    expect(action('z', { metaKey: true })).toBe('undo')
  })

  it('zoom with the signs as Italian and other keyboards write them', () => {
    expect(action('+', { ctrlKey: true, code: 'BracketRight' })).toBe('zoomIn')
    expect(action('+', { ctrlKey: true, shiftKey: true, code: 'Equal' })).toBe('zoomIn')
    expect(action('-', { ctrlKey: true, code: 'Slash' })).toBe('zoomOut')
    expect(action('0', { ctrlKey: true, code: 'Digit0' })).toBe('zoomActual')
  })

  it('take digits by their place, because Shift writes another sign with them', () => {
    expect(action('!', { shiftKey: true, code: 'Digit1' })).toBe('fit')
    expect(action('"', { shiftKey: true, code: 'Digit2' })).toBe('fitSelection')
  })

  it('are not asked for by AltGr, which writes characters and looks like Ctrl and Alt on Windows', () => {
    expect(action('@', { ctrlKey: true, altKey: true, altGraph: true })).toBeUndefined()
    expect(matches(stroke('z', { ctrlKey: true, altGraph: true }), { key: 'z', ctrl: true })).toBe(false)
  })

  it('are not asked for by an input method', () => {
    expect(action('b', { isComposing: true })).toBeUndefined()
  })

  it('take single letters only without other keys', () => {
    expect(action('b')).toBe('make.need')
    expect(action('n')).toBe('make.need')
    expect(action('v')).toBe('tool.select')
    expect(action('h')).toBe('tool.hand')
    expect(action('B', { shiftKey: true })).toBeUndefined()
    expect(action('n', { ctrlKey: true })).toBeUndefined()
  })

  it('move by a step, and farther with Shift', () => {
    expect(action('ArrowLeft')).toBe('nudgeArrowLeft')
    expect(action('ArrowLeft', { shiftKey: true })).toBe('nudgeArrowLeftFar')
  })

  it('make a frame larger and smaller with Alt and Shift, and read earlier or later with Alt alone', () => {
    expect(action('ArrowRight', { altKey: true, shiftKey: true })).toBe('resize.wider')
    expect(action('ArrowUp', { altKey: true, shiftKey: true })).toBe('resize.shorter')
    expect(action('ArrowUp', { altKey: true })).toBe('earlier')
  })

  it('never belong to two commands', () => {
    const keys = ACTIONS.flatMap(({ id, shortcuts }) => shortcuts.map((one) => ({ id, one })))
    for (const { id, one } of keys) {
      const others = keys.filter(
        (other) => other.id !== id && JSON.stringify(other.one) === JSON.stringify(one),
      )
      expect(others).toEqual([])
    }
  })

  it('need no sign that Italian keyboards hide', () => {
    for (const { shortcuts } of ACTIONS)
      for (const { key } of shortcuts) expect(key ?? '').not.toMatch(/^[[\]{};'`~@#/]$/)
  })

  it('are written for people', () => {
    expect(shortcutText({ key: 'z', ctrl: true })).toBe('Ctrl+Z')
    expect(shortcutText({ code: 'Digit1', shift: true })).toBe('Maiusc+1')
    expect(shortcutText({ key: 'Delete' })).toBe('Canc')
    expect(shortcutText({ key: 'Backspace' })).toBe('Backspace')
    expect(shortcutText({ key: 'ArrowUp', alt: true })).toBe('Alt+↑')
    expect(shortcutText({ key: 'Delete' })).toBe('Canc')
  })
})
