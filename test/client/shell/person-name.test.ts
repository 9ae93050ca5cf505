import { describe, expect, it } from 'vitest'
import { personName } from '../../../client/board/person-name.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import { PERSON_COLOURS } from '../../../shared/protocol/person-colours.ts'

const guest = (colour: string) => personName({ name: '', organisation: '', colour })

describe('how somebody at the table is called', () => {
  it('is their name, else their organisation', () => {
    expect(personName({ name: 'Anna', organisation: 'Comune', colour: '#0066cc' })).toBe('Anna')
    expect(personName({ name: '', organisation: 'Comune', colour: '#0066cc' })).toBe('Comune')
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
