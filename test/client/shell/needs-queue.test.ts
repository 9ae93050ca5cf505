import { describe, expect, it } from 'vitest'
import {
  nextToSend,
  readNeeds,
  received,
  refused,
  withDraft,
  without,
  type MyNeed,
  type NeedDraft,
} from '../../../client/components/phone/needs-queue.ts'

const draft = (text: string): NeedDraft => ({ text, targetGroup: 'Giovani', place: '', name: '' })
const two = (): MyNeed[] => withDraft(withDraft([], 'a', draft('prima')), 'b', draft('seconda'))

describe('the needs of a phone', () => {
  it('are shown newest first and sent oldest first', () => {
    const needs = two()
    expect(needs.map((need) => need.receipt)).toEqual(['b', 'a'])
    expect(nextToSend(needs)?.receipt).toBe('a')
  })

  it('are sent one after the other until none waits', () => {
    const one = received(two(), 'a')
    expect(nextToSend(one)?.receipt).toBe('b')
    expect(nextToSend(received(one, 'b'))).toBeNull()
  })

  it('keep their words once received', () => {
    expect(received(two(), 'a')[1]).toEqual({
      kind: 'received',
      receipt: 'a',
      text: 'prima',
    })
  })

  it('do not hold up the others when the server refuses one', () => {
    const needs = refused(two(), 'a', 'testo troppo lungo')
    expect(nextToSend(needs)?.receipt).toBe('b')
    expect(needs[1]).toMatchObject({ kind: 'waiting', problem: 'testo troppo lungo' })
  })

  it('can be taken out', () => {
    expect(without(two(), 'a').map((need) => need.receipt)).toEqual(['b'])
  })

  it('come back as they were kept', () => {
    const needs = refused(received(two(), 'a'), 'b', 'no')
    expect(readNeeds(JSON.parse(JSON.stringify(needs)))).toEqual(needs)
  })

  it('leave out what is not one of them', () => {
    expect(readNeeds(null)).toEqual([])
    expect(
      readNeeds([
        null,
        7,
        {},
        { kind: 'received', receipt: 'a' },
        { kind: 'waiting', receipt: 'b', draft: {} },
      ]),
    ).toEqual([])
  })
})
