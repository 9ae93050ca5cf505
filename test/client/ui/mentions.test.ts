import { describe, expect, it } from 'vitest'
import {
  answering,
  calledIn,
  nameBeingTyped,
  partsOf,
  withName,
  type Named,
} from '../../../client/components/comments/mentions.ts'

const people = ['Anna Ferri', 'Anna', 'Niccolò Bo'].map((name): Named => ({
  id: name as Named['id'],
  name,
  organisation: '',
  colour: '#000000',
}))
const at = (text: string) => nameBeingTyped(text, text.length)

describe('a name that is being typed', () => {
  it('begins with @ at the start of a word', () => {
    expect(at('Senti @an')).toEqual({ at: 6, typed: 'an' })
    expect(at('(@')).toEqual({ at: 1, typed: '' })
    expect(at('scrivi a anna@comune')).toBeNull()
  })

  it('may have a second word, and ends with a third or a line', () => {
    expect(at('@anna fe')?.typed).toBe('anna fe')
    expect(at('@anna ferri dice')).toBeNull()
    expect(at('@anna\nfe')).toBeNull()
  })

  it('answers by the beginning of any word, whatever the accents', () => {
    expect(answering('bo', people).map(({ name }) => name)).toEqual(['Niccolò Bo'])
    expect(answering('NICCOLO', people).map(({ name }) => name)).toEqual(['Niccolò Bo'])
    expect(answering('nn', people)).toEqual([])
  })

  it('is replaced by the whole name, with one space after it', () => {
    expect(withName('Senti @an  domani', 6, 9, 'Anna')).toEqual({ text: 'Senti @Anna  domani', caret: 12 })
    expect(withName('@', 0, 1, 'Anna')).toEqual({ text: '@Anna ', caret: 6 })
  })
})

describe('who is called in a text', () => {
  it('by the longest name that stands there, as a whole word', () => {
    expect(partsOf('Ciao @Anna Ferri!', ['Anna', 'Anna Ferri'])).toEqual([
      { text: 'Ciao ', called: false },
      { text: '@Anna Ferri', called: true },
      { text: '!', called: false },
    ])
    expect(partsOf('@Annalisa', ['Anna'])).toEqual([{ text: '@Annalisa', called: false }])
  })

  it('names are words, not patterns', () => {
    expect(partsOf('@C. (Rho) e @Cx (Rho)', ['C. (Rho)']).filter(({ called }) => called)).toHaveLength(1)
  })

  it('nobody twice, and not those whose name is the beginning of the one that is called', () => {
    expect(calledIn('@Niccolò Bo e @Niccolò Bo', people)).toEqual(['Niccolò Bo'])
    expect(calledIn('@Anna Ferri', people)).toEqual(['Anna Ferri'])
  })
})
