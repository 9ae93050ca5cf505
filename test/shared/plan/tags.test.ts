import { describe, expect, it } from 'vitest'
import { sharedTags, unionOfTags } from '../../../shared/plan/tags.ts'

describe('tags', () => {
  it('are one when they differ in case and spaces only; the first spelling stays', () => {
    expect(
      unionOfTags([
        ['Senza  dimora', ''],
        ['senza dimora ', 'Rom'],
      ]),
    ).toEqual(['Senza dimora', 'Rom'])
  })

  it('are shared in the spelling of the first list', () => {
    expect(sharedTags(['Via Zoia', 'Lorenteggio'], ['lorenteggio', 'VIA  ZOIA', 'Scampia'])).toEqual([
      'Via Zoia',
      'Lorenteggio',
    ])
    expect(sharedTags(['perù'], ['PERÙ'])).toEqual(['perù'])
  })
})
