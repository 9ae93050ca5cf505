import { describe, expect, it } from 'vitest'
import { GROUPS, type Shortcut } from '../../../client/actions/action.ts'
import { heardIn } from '../../../client/actions/heard.ts'
import type { View } from '../../../client/session/board-session.svelte.ts'
import { letters } from '../../../client/settings.svelte.ts'
import { helpSections } from '../../../client/components/find/help-sections.ts'
import { ACTIONS } from '../../../client/actions/index.ts'
import { asked, isCharacter, matches, type Stroke } from '../../../client/input/keyboard.ts'
import { marked } from '../../../client/components/ui/marked.ts'

const stroke = (key: string, over: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  getModifierState: () => false,
  ...over,
})

describe('the list of commands', () => {
  it('has every command once, each with a name of its own', () => {
    const ids = ACTIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const labels = ACTIONS.map((action) => action.label())
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })

  it('has commands in every section of the help', () => {
    for (const group of GROUPS) expect(ACTIONS.filter((action) => action.group === group)).not.toEqual([])
  })

  it('is told whole by the help, once each, with the keys that are heard', () => {
    for (const letters of [true, false]) {
      const sections = helpSections(letters)
      const told = sections.flatMap(({ keyed, named }) => [...keyed.map(({ action }) => action), ...named])
      expect(told.map(({ id }) => id).sort()).toEqual(ACTIONS.map(({ id }) => id).sort())
      const keys = sections.flatMap(({ keyed }) => keyed.flatMap(({ shortcuts }) => shortcuts))
      expect(keys.some(isCharacter)).toBe(letters)
    }
  })
})

describe('shortcuts of a single character', () => {
  it('are letters, signs and digits with nothing but Shift', () => {
    expect(isCharacter({ key: 'B', shift: false })).toBe(true)
    expect(isCharacter({ key: '?' })).toBe(true)
    expect(isCharacter({ code: 'Digit1', shift: true })).toBe(true)
    expect(isCharacter({ key: 'z', ctrl: true })).toBe(false)
    expect(isCharacter({ key: 'ArrowUp', alt: true })).toBe(false)
    expect(isCharacter({ key: 'Delete' })).toBe(false)
  })

  it('can be switched off, and the others stay', () => {
    const off = { characters: false }
    expect(asked(stroke('b'), ACTIONS, off)).toBeUndefined()
    expect(asked(stroke('?', { shiftKey: true }), ACTIONS, off)).toBeUndefined()
    expect(asked(stroke('F1'), ACTIONS, off)?.id).toBe('help')
    expect(asked(stroke('k', { ctrlKey: true }), ACTIONS, off)?.id).toBe('find')
    expect(asked(stroke('Delete'), ACTIONS, off)?.id).toBe('remove')
  })
})

describe('the keys that a view tells of a command', () => {
  const told = (view: View): readonly Shortcut[] => ACTIONS.flatMap((action) => heardIn(view, action))

  it('are all on the canvas, and no single characters where those are switched off', () => {
    expect(told('board')).toEqual(ACTIONS.flatMap(({ shortcuts }) => shortcuts))
    letters.on = false
    expect(told('board').some(isCharacter)).toBe(false)
    letters.on = true
  })

  it('are those that are heard there', () => {
    const of = (view: View, id: string) =>
      ACTIONS.filter((one) => one.id === id).flatMap((action) => heardIn(view, action))
    expect(of('outline', 'duplicate')).toEqual([{ key: 'd', ctrl: true, shift: false }])
    // In a row these copy words, or begin a line.
    for (const id of ['copy', 'editTitle', 'remove', 'make.need', 'zoomIn'])
      expect(of('outline', id)).toEqual([])
    expect(told('funds')).toEqual(
      ACTIONS.filter(({ everywhere }) => everywhere).flatMap(({ shortcuts }) =>
        shortcuts.filter((one) => !isCharacter(one)),
      ),
    )
  })
})

describe('keyboards', () => {
  it('ask for help with the sign that they write, wherever it stands', () => {
    expect(asked(stroke('?', { shiftKey: true, code: 'Minus' }), ACTIONS)?.id).toBe('help')
  })

  it('of other alphabets are understood by the place of the key', () => {
    expect(matches(stroke('я', { code: 'KeyZ', ctrlKey: true }), { key: 'z', ctrl: true })).toBe(true)
    expect(matches(stroke('à', { code: 'Quote', ctrlKey: true }), { key: 'z', ctrl: true })).toBe(false)
  })

  it('tell Alt and an arrow from AltGr', () => {
    expect(asked(stroke('ArrowUp', { altKey: true }), ACTIONS)?.id).toBe('earlier')
    const altGr = { altKey: true, ctrlKey: true, getModifierState: (name: string) => name === 'AltGraph' }
    expect(asked(stroke('ArrowUp', altGr), ACTIONS)).toBeUndefined()
  })
})

describe('what was searched for', () => {
  const hits = (text: string, query: string): string[] =>
    marked(text, query)
      .filter(({ hit }) => hit)
      .map((stretch) => stretch.text)

  it('is set off in a title, without minding accents and case', () => {
    expect(hits('Servizi di prossimità', 'PROSSIMITA')).toEqual(['prossimità'])
    expect(hits('Servizi di prossimità', 'ser prox')).toEqual(['Ser'])
  })

  it('leaves the text as it is', () => {
    for (const query of ['', 'ss', 'à', 'i'])
      expect(
        marked('Più 🚲 in città', query)
          .map(({ text }) => text)
          .join(''),
      ).toBe('Più 🚲 in città')
  })
})
