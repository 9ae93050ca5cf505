import { describe, expect, it } from 'vitest'
import { groupsOf, rowsOf, settledGroups } from '../../../client/components/outline/groups.ts'
import { aBoard, type CardSpec } from '../../builders/a-board.ts'

const cards: Record<string, CardSpec> = {
  frame: { kind: 'intervention', at: [0, 0], size: [600, 600] },
  works: { kind: 'action', at: [20, 60], intervention: 'frame' },
  services: { kind: 'action', at: [20, 300], intervention: 'frame' },
  loose: { kind: 'action', at: [900, 0] },
  second: { kind: 'need', at: [-400, 300] },
  first: { kind: 'need', at: [-400, 0] },
}
const all = (): boolean => true

describe('the groups of the outline', () => {
  it('are interventions with their actions, loose actions, then the other kinds, in reading order', () => {
    const groups = groupsOf(aBoard({ cards }).board(), all)
    expect(groups.interventions).toEqual([{ frame: 'frame', actions: ['works', 'services'] }])
    expect(groups.looseActions).toEqual(['loose'])
    expect(groups.byKind.get('need')).toEqual(['first', 'second'])
  })

  it('keep an intervention for the sake of one action that the filter lets through', () => {
    const groups = groupsOf(aBoard({ cards }).board(), (id) => id === 'services')
    expect(groups.interventions).toEqual([{ frame: 'frame', actions: ['services'] }])
    expect(groups.looseActions).toEqual([])
    expect(groups.byKind.get('need')).toBeUndefined()
  })

  it('keep their order under somebody’s hands, and still let an action change its intervention', () => {
    const before = groupsOf(aBoard({ cards }).board(), all)
    const moved: Record<string, CardSpec> = {
      ...cards,
      first: { kind: 'need', at: [-400, 900] },
      works: { kind: 'action', at: [20, 500], intervention: 'frame' },
      services: { kind: 'action', at: [900, 300] },
    }
    const after = settledGroups(before, groupsOf(aBoard({ cards: moved }).board(), all))
    expect(after.byKind.get('need')).toEqual(['first', 'second'])
    expect(after.interventions).toEqual([{ frame: 'frame', actions: ['works'] }])
    expect(after.looseActions).toEqual(['loose', 'services'])
  })

  it('are one list of rows in the order in which they are read', () => {
    const groups = groupsOf(aBoard({ cards }).board(), all)
    expect(rowsOf(groups, ['axis', 'need'])).toEqual([
      'frame',
      'works',
      'services',
      'loose',
      'first',
      'second',
    ])
  })
})
