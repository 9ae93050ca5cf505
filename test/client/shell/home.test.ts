import { describe, expect, it } from 'vitest'
import type { PhoneBoard } from '../../../client/components/phone/phone-board.ts'
import { passInFragment } from '../../../client/screens/home/organiser-key.ts'
import { tableLines, type ListedBoard } from '../../../client/screens/home/tables.ts'
import type { RememberedBoard } from '../../../client/session/remembered.ts'
import type { BoardId } from '../../../shared/ids.ts'

const remembered = (id: string, title: string): RememberedBoard => ({
  id: id as BoardId,
  key: 'k',
  title,
  programme: 'pon-metro-2014-2020',
  city: 'Milano',
  role: 'editor',
  generation: 1,
  openedAt: '2026-03-05T10:00:00.000Z',
  participant: null,
  token: null,
  name: '',
  organisation: '',
  colour: '#0066cc',
})
const listed = (id: string, title: string): ListedBoard => ({
  id: id as BoardId,
  title,
  programme: 'pon-metro-2014-2020',
  city: 'Napoli',
  archived: false,
})
const noKeys = (): null => null

describe('the list of tables', () => {
  it('names each table once, with the title the server knows', () => {
    const lines = tableLines([remembered('a', 'Vecchio titolo')], [listed('a', 'Nuovo titolo')], [], noKeys)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ title: 'Nuovo titolo', role: 'editor', address: '/b/a' })
  })

  it('puts what was opened here first, in the order it is given', () => {
    const lines = tableLines([remembered('b', 'B'), remembered('a', 'A')], [listed('c', 'C')], [], noKeys)
    expect(lines.map((line) => line.id)).toEqual(['b', 'a', 'c'])
  })

  it('has the tables one adds needs to from here, unless one has more at them', () => {
    const phone = (id: string): PhoneBoard => ({
      id: id as BoardId,
      key: 'k',
      title: 'Bisogni',
      city: 'Milano',
      targetGroups: [],
      places: [],
      closed: false,
      openedAt: '2026-03-05T10:00:00.000Z',
    })
    const lines = tableLines([remembered('a', 'A')], [listed('c', 'C')], [phone('a'), phone('b')], noKeys)
    expect(lines.map((line) => [line.id, line.role, line.address])).toEqual([
      ['a', 'editor', '/b/a'],
      ['b', 'contributor', '/p/b'],
      ['c', null, null],
    ])
  })

  it('has no address for a table of which this browser has no link', () => {
    const [without] = tableLines([], [listed('c', 'C')], [], noKeys)
    expect(without).toMatchObject({ address: null, role: null })
    const [withKey] = tableLines([], [listed('c', 'C')], [], () => 'chiave')
    expect(withKey).toMatchObject({ address: '/b/c#chiave', role: 'facilitator' })
  })
})

describe('the link with which one opens tables', () => {
  it('says whether it is the operator’s', () => {
    expect(passInFragment('#operator=abcdefgh12345678')).toEqual({ key: 'abcdefgh12345678', operator: true })
    expect(passInFragment('#organiser=abcdefgh12345678')).toEqual({
      key: 'abcdefgh12345678',
      operator: false,
    })
  })

  it('is not found elsewhere', () => {
    for (const fragment of ['', '#operator=', '#other=abcdefgh12345678', '#operator=a b'])
      expect(passInFragment(fragment)).toBeNull()
  })
})
