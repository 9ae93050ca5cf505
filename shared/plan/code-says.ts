import type { City, Programme } from '../programme/programme.ts'
import { operationCodeMistake } from './checks/sub-10.ts'
import { isCup, isFiscalCode } from './codes.ts'
import type { Sentence } from './finding.ts'
import { plain } from './plain-code.ts'
import type { Action } from './plan.ts'

/** What can be told of a code beside the field it is written in. It never keeps anybody from writing it. */
export interface CodeSays {
  readonly right: boolean
  readonly sentence: Sentence
  /** Where the rule comes from. */
  readonly source: Sentence
}

/** A CUP: its length, its form. Whether it exists only OpenCUP knows. */
export function cupSays(code: string): CodeSays {
  const written = plain(code)
  const source = {
    it: 'legge 3/2003, art. 11; forma vista in 290 CUP pubblicati su 290',
    en: 'law 3/2003, art. 11; form seen in 290 published CUPs of 290',
  }
  if (isCup(code))
    return {
      right: true,
      source,
      sentence: {
        it: 'La forma è giusta; che il CUP esista lo dice OpenCUP.',
        en: 'The form is right; whether the CUP exists is for OpenCUP to say.',
      },
    }
  const count = written.length
  if (count !== 15) return { right: false, source, sentence: lengthSays(count, '15', 'Un CUP', 'A CUP') }
  const at = [...written].findIndex((char, index) => !(LETTERS.has(index) ? /[A-Z]/ : /\d/).test(char)) + 1
  const letter = LETTERS.has(at - 1)
  return {
    right: false,
    source,
    sentence: {
      it: `Il carattere n. ${at} di un CUP è una ${letter ? 'lettera' : 'cifra'}: qui c’è «${written[at - 1]}». Ricopialo, come J89I24000140001.`,
      en: `Character ${at} of a CUP is a ${letter ? 'letter' : 'digit'}: here it is “${written[at - 1]}”. Copy it again, such as J89I24000140001.`,
    },
  }
}

/** A fiscal code: 11 digits of a body (also its partita IVA), 16 characters of a person, each with its check character. */
export function fiscalCodeSays(code: string): CodeSays {
  const written = plain(code)
  const source = {
    it: 'decreto del Ministro delle finanze 23 dicembre 1976',
    en: 'decree of the Minister of Finance of 23 December 1976',
  }
  const body = /^\d{11}$/.test(written)
  if (isFiscalCode(code))
    return {
      right: true,
      source,
      sentence: body
        ? { it: 'La cifra di controllo torna.', en: 'The check digit is right.' }
        : {
            it: 'Il carattere di controllo torna. È di una persona: negli elenchi che si pubblicano sarà nascosto.',
            en: 'The check character is right. It is a person’s: published lists will hide it.',
          },
    }
  const sentence = /^IT\d{11}$/.test(written)
    ? {
        it: '«IT» davanti non fa parte del codice: lascia solo le 11 cifre.',
        en: '“IT” in front is no part of the code: leave the 11 digits alone.',
      }
    : body
      ? {
          it: 'La cifra di controllo non torna: una cifra è sbagliata o due sono scambiate. Ricopiala.',
          en: 'The check digit is wrong: a digit is mistaken or two are swapped. Copy it again.',
        }
      : /^\d+$/.test(written)
        ? lengthSays(
            written.length,
            '11',
            'La partita IVA o il codice di un ente',
            'The VAT number or code of a body',
          )
        : written.length === 16
          ? {
              it: 'Il codice di questa persona non torna: un carattere è sbagliato o due sono scambiati. Ricopialo.',
              en: 'This person’s code is wrong: a character is mistaken or two are swapped. Copy it again.',
            }
          : lengthSays(written.length, '16', 'Il codice di una persona', 'The code of a person')
  return { right: false, source, sentence }
}

/** An operation code: made as the programme makes it, of the city, axis and objective of the action (SUB-10). */
export function operationCodeSays(
  code: string,
  action: Pick<Action, 'axes'>,
  programme: Programme,
  city: City | null,
): CodeSays {
  const wrong = operationCodeMistake(code, action, programme, city)
  const { verified, example } = programme.operationCode
  return {
    right: wrong === null,
    source: {
      it: `codici di ${programme.shortTitle}, come ${example}${verified ? '' : ' (da verificare)'}`,
      en: `codes of ${programme.shortTitle}, such as ${example}${verified ? '' : ' (to be verified)'}`,
    },
    sentence:
      wrong === null
        ? { it: 'È fatto come chiede il programma.', en: 'It is made as the programme asks.' }
        : {
            it: `Il codice ${wrong.it}${wrong.unverified ? ' (da verificare)' : ''}.`,
            en: `The code ${wrong.en}${wrong.unverified ? ' (to be verified)' : ''}.`,
          },
  }
}

/** Where a CUP has letters, counted from zero. */
const LETTERS = new Set([0, 3])

const lengthSays = (count: number, asked: string, it: string, en: string): Sentence => ({
  it: `${it} ha ${asked} caratteri: qui ${count === 1 ? 'ce n’è 1' : `ce ne sono ${count}`}.`,
  en: `${en} has ${asked} characters: here ${count === 1 ? 'there is 1' : `there are ${count}`}.`,
})
