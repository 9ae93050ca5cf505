import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'

describe('[CMP-1] what serves the same people in the same place is linked', () => {
  const there = { places: ['Lorenteggio'], targetGroups: ['Giovani'] } as const
  const cards = {
    a: { kind: 'action', ...there },
    b: { kind: 'action', places: ['lorenteggio '], targetGroups: ['giovani', 'Anziani'] },
    c: { kind: 'context', ...there },
  } as const

  it('[CMP-1] fails for all that meet without a link, once however much they share', () => {
    const [finding, ...others] = aBoard({ cards }).findings('CMP-1')
    expect(others).toEqual([])
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'warning', cards: ['a', 'b', 'c'] })
    expect(finding?.sentence.it).toBe(
      'A «Lorenteggio» per «Giovani» lavorano senza essere collegati: «a», «b» e «c».',
    )
    const twice = { places: ['Lorenteggio', 'Giambellino'], targetGroups: ['Giovani', 'Anziani'] }
    const both = { a: { kind: 'action', ...twice }, b: { kind: 'action', ...twice } } as const
    const [shared, ...none] = aBoard({ cards: both }).findings('CMP-1')
    expect(none).toEqual([])
    expect(shared?.sentence.it).toContain('«Lorenteggio» e «Giambellino» per «Giovani» e «Anziani»')
  })

  it('[CMP-1] offers to link two at once, and a search when there are more', () => {
    const { a, b } = cards
    expect(aBoard({ cards: { a, b } }).findings('CMP-1')[0]?.act).toEqual({
      kind: 'link',
      link: 'complements',
      from: 'a',
      to: 'b',
    })
    expect(aBoard({ cards }).findings('CMP-1')[0]?.act).toMatchObject({ kind: 'search', card: 'a' })
  })

  it('[CMP-1] holds for what links lead to, directly or through others, and for one intervention', () => {
    const linked = aBoard({
      cards,
      links: [
        ['a', 'complements', 'b'],
        ['b', 'complements', 'c'],
      ],
    })
    expect(linked.findings('CMP-1')).toMatchObject([{ verdict: 'holds', cards: ['a', 'b', 'c'] }])
    const plain = aBoard({
      cards,
      links: [
        ['a', 'relates', 'b'],
        ['a', 'complements', 'c'],
      ],
    })
    expect(plain.findings('CMP-1')).toMatchObject([{ verdict: 'holds' }])
    const { a, b } = cards
    const framed = {
      frame: { kind: 'intervention' },
      a: { ...a, intervention: 'frame' },
      b: { ...b, intervention: 'frame' },
    }
    expect(aBoard({ cards: framed as never }).findings('CMP-1')).toMatchObject([{ verdict: 'holds' }])
  })

  it('[CMP-1] compares neither contexts among themselves nor cards without place or people', () => {
    const { a, c } = cards
    expect(aBoard({ cards: { c, d: c } }).findings('CMP-1')).toEqual([])
    expect(
      aBoard({ cards: { a, b: { kind: 'action', places: ['Lorenteggio'] } } }).findings('CMP-1'),
    ).toEqual([])
  })
})
