import { describe, expect, it } from 'vitest'
import { coveredOf } from '../../../client/input/soft-keyboard.ts'

describe('what a keyboard lies over', () => {
  it('is what one does not see of the page', () => {
    expect(coveredOf(844, { height: 508, scale: 1 })).toBe(336)
  })

  it('is nothing while only the bars of a browser come and go', () => {
    expect(coveredOf(844, { height: 844, scale: 1 })).toBe(0)
    expect(coveredOf(844, { height: 760.5, scale: 1 })).toBe(0)
  })

  it('is nothing on a page that is enlarged by hand', () => {
    expect(coveredOf(844, { height: 422, scale: 2 })).toBe(0)
  })
})
