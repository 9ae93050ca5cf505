import type { FundSource } from '../board/card.ts'
import { fundName } from './fund-name.ts'
import type { Programme } from './programme.ts'

/**
 * The axis of the programme that a card's title names: "Asse 3", "asse 3: servizi", "Servizi per l'inclusione sociale",
 * "3". Undefined when it names none, so that nothing is guessed.
 */
export function axisInTitle(programme: Programme, title: string): string | undefined {
  const words = plain(title)
  const { it, en } = programme.axisWord
  const code = new RegExp(
    `^(?:(?:${[it, en, 'asse', 'axis'].map(plain).join('|')}) ?)?([a-z0-9]+)(?: |$)`,
  ).exec(words)
  const numbered = programme.axes.find((axis) => plain(axis.code) === code?.[1])
  // A title that merely begins with the letter or number of an axis does not name it: "1 posto letto".
  if (numbered && (words === code?.[1] || !words.startsWith(plain(numbered.code)))) return numbered.code
  return programme.axes.find((axis) => words.includes(plain(axis.title)))?.code
}

/** The source of money that a title names, "FESR", "Fondi comunali 2026"; undefined when it names none or several. */
export function fundInTitle(programme: Programme, title: string): FundSource | undefined {
  const words = ` ${plain(title)} `
  const named = (Object.keys(SHORT) as FundSource[]).filter((source) => {
    const { it, en } = fundName(programme, source)
    return [it, en, ...SHORT[source]].some((name) => words.includes(` ${plain(name)} `))
  })
  return named.length === 1 ? named[0] : undefined
}

/** Short names beside those of the programme: people write FSE for FSE+ and the other way round. */
const SHORT: Readonly<Record<FundSource, readonly string[]>> = {
  ERDF: ['FESR', 'ERDF'],
  ESF: ['FSE', 'ESF'],
  national: [],
  regional: [],
  municipal: [],
  private: [],
  thirdSector: [],
  mixed: [],
}

/** Words without case, accents and signs, one space between them. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
