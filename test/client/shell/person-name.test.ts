import { describe, expect, it } from 'vitest'
import { personName } from '../../../client/board/person-name.ts'
import { whoInList, whoWords } from '../../../client/components/history/who-words.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import { authorWord } from '../../../client/session/board-session.svelte.ts'
import { newId, type ParticipantId } from '../../../shared/ids.ts'
import { PERSON_COLOURS } from '../../../shared/protocol/person-colours.ts'

const guest = (colour: string) => personName({ name: '', organisation: '', colour })

const someone = (name: string, organisation: string, colour: string) => ({
  id: newId<ParticipantId>(),
  name,
  organisation,
  colour,
})

describe('how somebody at the table is called', () => {
  it('is their name, else their organisation', () => {
    expect(personName({ name: 'Anna', organisation: 'Comune', colour: '#0066cc' })).toBe('Anna')
    expect(personName({ name: '', organisation: 'Comune', colour: '#0066cc' })).toBe('Comune')
  })

  it('is the same in the story, in its list of people and for who made a card', () => {
    overwriteGetLocale(() => 'it')
    const green = someone('', '', PERSON_COLOURS[2])
    const words = [whoWords(green), whoInList(green), authorWord({ ...green, at: '' })]
    expect(words).toEqual(['Ospite verde', 'Ospite verde', 'Ospite verde'])
    expect(whoInList(someone('Anna', 'Comune', PERSON_COLOURS[0]))).toBe('Anna · Comune')
    expect(whoWords(null)).toBe('Il tavolo')
  })

  it('is nobody in particular once the name was erased', () => {
    const erased = someone('', '', '#5c6f82')
    expect(whoWords(erased)).toBe('Qualcuno')
    expect(authorWord({ ...erased, colour: '', at: '' })).toBe('')
  })

  it.each(['it', 'en'] as const)(
    'is a guest of a colour where they gave neither: each colour has a word (%s)',
    (language) => {
      overwriteGetLocale(() => language)
      const names = PERSON_COLOURS.map(guest)
      expect(new Set(names).size).toBe(PERSON_COLOURS.length)
      expect(names[0]).toBe(language === 'it' ? 'Ospite blu' : 'Blue guest')
      expect(names).not.toContain(guest('#123456'))
    },
  )
})
