import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cupSays, fiscalCodeSays, operationCodeSays } from '../../../shared/plan/code-says.ts'
import { aBoard } from '../../builders/a-board.ts'

describe('what is said of a CUP', () => {
  it.each(['D67I15000000005', 'J89I24000140001', ' j89i 2400 0140 001 '])('%s has the right form', (code) => {
    expect(cupSays(code)).toMatchObject({ right: true })
  })

  it('names the length, or the first character that is out of place, and the law', () => {
    expect(cupSays('H59D1900001006').sentence.it).toBe('Un CUP ha 15 caratteri: qui ce ne sono 14.')
    expect(cupSays('H5XD19000010060').sentence.it).toContain(
      'Il carattere n. 3 di un CUP è una cifra: qui c’è «X»',
    )
    expect(cupSays('H59119000010060').sentence.it).toContain('Il carattere n. 4 di un CUP è una lettera')
    expect(cupSays('H59D1900001006').source.it).toContain('legge 3/2003')
  })

  it('says something true of any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { right, sentence } = cupSays(text)
        expect(sentence.it).not.toContain('undefined')
        if (right) expect(text.replace(/\s+/g, '')).toHaveLength(15)
      }),
    )
  })
})

describe('what is said of a fiscal code', () => {
  it.each(['80008630420', '00743110157', 'RCCMNL83S18D969H'])('%s is right', (code) => {
    expect(fiscalCodeSays(code)).toMatchObject({ right: true })
  })

  it('tells a wrong check from a wrong length, of a body and of a person', () => {
    const says = (code: string): string => fiscalCodeSays(code).sentence.it
    expect(says('00743110158')).toContain('La cifra di controllo non torna')
    expect(says('8000863042')).toContain('ha 11 caratteri: qui ce ne sono 10')
    expect(says('RCCMNL83S18D969A')).toContain('Il codice di questa persona non torna')
    expect(says('RCCMNL83S18D969')).toContain('ha 16 caratteri: qui ce ne sono 15')
    expect(fiscalCodeSays('00743110158').source.it).toContain('23 dicembre 1976')
  })

  it('tells who wrote the country in front what to take away', () => {
    const says = fiscalCodeSays('IT00743110157')
    expect(says.right).toBe(false)
    expect(says.sentence.it).toBe('«IT» davanti non fa parte del codice: lascia solo le 11 cifre.')
  })

  it.each(['rccmnl83s18d969h', 'RCC MNL 83S18 D969H', '\u200b00743110157\r\n', '\ufeff007 4311\u00a00157'])(
    'reads %j, as it comes out of another document',
    (code) => expect(fiscalCodeSays(code)).toMatchObject({ right: true }),
  )

  it.each(['80008630420', 'RCCMNL83S18D969H'])('finds any one character of %s that was mistyped', (code) => {
    for (let at = 0; at < code.length; at++) {
      const all = /\d/.test(code[at] ?? '') ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
      for (const char of all) {
        const typed = code.slice(0, at) + char + code.slice(at + 1)
        expect([typed, fiscalCodeSays(typed).right]).toEqual([typed, char === code[at]])
      }
    }
  })
})

describe('what is said of an operation code', () => {
  const board = aBoard({
    programme: 'pn-metro-plus-2021-2027',
    city: 'Brindisi',
    cards: { a: { kind: 'action' }, axis: { kind: 'axis', axis: '5' } },
    links: [['a', 'programmedUnder', 'axis', { specificObjective: 'ESO4.11' }]],
  }).plan()
  const [action] = board.actions
  if (!action) throw new Error('the board has an action')
  const says = (code: string) => operationCodeSays(code, action, board.programme, board.city)

  it('is whether it is made so, and of the axis and objective of the action', () => {
    expect(says('BR5.4.11.1a')).toMatchObject({ right: true })
    expect(says('BR4.4.11.1a').sentence.it).toBe('Il codice è di Priorità 4, l’azione sta sotto Priorità 5.')
    expect(says('BR5.4.8.1a').sentence.it).toBe(
      'Il codice è dell’obiettivo 4.8, l’azione è collegata a ESO4.11.',
    )
    expect(says('RC5.4.11.1a').sentence.it).toBe(
      'Il codice comincia con RC, il tavolo è di Brindisi (BR) (da verificare).',
    )
    expect(says('qualcosa').sentence.it).toBe('Il codice non è fatto come BR5.4.11.1a.')
    expect(says('qualcosa').source.it).toBe('codici di PN Metro Plus 2021-27, come BR5.4.11.1a')
  })
})
