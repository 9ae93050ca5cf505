import { describe, expect, it } from 'vitest'
import type { Person, PersonState } from '../../../client/board/presence.svelte.ts'
import { initialsOf, inkOn, seatsOf } from '../../../client/components/shell/seats.ts'

const state = (name: string, participant: string | null): PersonState => ({
  name,
  organisation: '',
  colour: '#0066cc',
  participant,
  cursor: null,
  selection: [],
  editing: null,
  drag: null,
  caret: null,
  look: null,
  follows: null,
  gathers: null,
})
const person = (client: number, name: string, participant: string | null): Person => ({
  ...state(name, participant),
  client,
  role: 'editor',
})

describe('the people at the table', () => {
  it('are oneself first, then the others by name', () => {
    const seats = seatsOf(state('Marta', 'p1'), [person(2, 'Zeno', 'p2'), person(3, 'Anna', 'p3')])
    expect(seats.map(({ name, me }) => [name, me])).toEqual([
      ['Marta', true],
      ['Anna', false],
      ['Zeno', false],
    ])
  })

  it('have one seat however many windows they have open, oneself included', () => {
    const others = [person(2, 'Anna', 'p2'), person(3, 'Anna', 'p2'), person(4, 'Marta', 'p1')]
    expect(seatsOf(state('Marta', 'p1'), others).map(({ name }) => name)).toEqual(['Marta', 'Anna'])
  })

  it('have a seat each when nobody knows who they are', () => {
    expect(seatsOf(state('', null), [person(2, '', null), person(3, '', null)])).toHaveLength(3)
  })
})

describe('the letters of a person', () => {
  it('are the first of the first and of the last word', () => {
    expect(initialsOf({ name: 'Anna Maria Rossi', organisation: '' })).toBe('AR')
    expect(initialsOf({ name: 'bruno', organisation: 'x' })).toBe('B')
  })

  it('are those of the organisation when there is no name, and none when there is neither', () => {
    expect(initialsOf({ name: ' ', organisation: 'La Strada' })).toBe('LS')
    expect(initialsOf({ name: '', organisation: '' })).toBe('')
  })

  it('never cut a character in two', () => {
    expect(initialsOf({ name: '𝒜nna', organisation: '' })).toBe('𝒜')
  })
})

it('letters on a colour are black or white, whichever reads', () => {
  expect(inkOn('#0066cc')).toBe('#ffffff')
  expect(inkOn('#455b71')).toBe('#ffffff')
  expect(inkOn('#f9e547')).toBe('#000000')
})
