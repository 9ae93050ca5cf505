import { describe, expect, it } from 'vitest'
import { dayOf, namesOf, quoted } from '../../../shared/plan/wording.ts'

describe('the wording of findings', () => {
  it('names cards by title, and says so when there is none', () => {
    expect(quoted({ title: ' Sportello ' })).toEqual({ it: '«Sportello»', en: '“Sportello”' })
    expect(quoted({ title: ' ' }).it).toBe('una scheda senza titolo')
  })

  it('lists a few and counts the rest', () => {
    const cards = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((title) => ({ title }))
    expect(namesOf(cards.slice(0, 3))).toEqual({ it: '«A», «B» e «C»', en: '“A”, “B” and “C”' })
    expect(namesOf(cards).it).toBe('«A», «B», «C», «D», «E» e altre 2')
    expect(namesOf([]).it).toBe('')
  })

  it('writes days as each language does', () => {
    expect(dayOf('2026-03-05')).toEqual({ it: '05/03/2026', en: '2026-03-05' })
  })
})
