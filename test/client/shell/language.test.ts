import { expect, it } from 'vitest'
import { preferredOf } from '../../../client/language.ts'

it('speaks the first language of the browser that it knows', () => {
  expect(preferredOf(['fr-FR', 'en-GB', 'it'])).toBe('en')
  expect(preferredOf(['it-IT', 'en'])).toBe('it')
  expect(preferredOf(['EN-us'])).toBe('en')
})

it('speaks Italian to who asks for none it knows', () => {
  expect(preferredOf(['fr', 'uk'])).toBe('it')
  expect(preferredOf([])).toBe('it')
})
