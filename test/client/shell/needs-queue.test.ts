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
    expect(needs.map((need) => need.local)).toEqual(['b', 'a'])
    expect(nextToSend(needs)?.local).toBe('a')
  })

  it('are sent one after the other until none waits', () => {
    const one = received(two(), 'a', 'ricevuta-a')
    expect(nextToSend(one)?.local).toBe('b')
    expect(nextToSend(received(one, 'b', 'ricevuta-b'))).toBeNull()
  })

  it('keep their words and their receipt once received', () => {
    expect(received(two(), 'a', 'ricevuta-a')[1]).toEqual({
      kind: 'received',
      local: 'a',
      text: 'prima',
      receipt: 'ricevuta-a',
    })
  })

  it('do not hold up the others when the server refuses one', () => {
    const needs = refused(two(), 'a', 'testo troppo lungo')
    expect(nextToSend(needs)?.local).toBe('b')
    expect(needs[1]).toMatchObject({ kind: 'waiting', problem: 'testo troppo lungo' })
  })

  it('can be taken out', () => {
    expect(without(two(), 'a').map((need) => need.local)).toEqual(['b'])
  })

  it('come back as they were kept', () => {
    const needs = refused(received(two(), 'a', 'ricevuta-a'), 'b', 'no')
    expect(readNeeds(JSON.parse(JSON.stringify(needs)))).toEqual(needs)
  })

  it('leave out what is not one of them', () => {
    expect(readNeeds(null)).toEqual([])
    expect(
      readNeeds([null, 7, {}, { kind: 'received', local: 'a' }, { kind: 'waiting', local: 'b', draft: {} }]),
    ).toEqual([])
  })
})
