import type { Problem } from '../format.ts'

/** Why a file, a row or a cell could not be used as it stands. */
export type TroubleCode = keyof typeof SENTENCES

/** A problem that says its sentence in both languages. */
export interface Trouble extends Problem {
  readonly code: TroubleCode
  /** The sheet it stands in, when the file has several. */
  readonly sheet?: string
  readonly messageEn: string
  /** Whether what it speaks of is not on the board at all; otherwise it is there, in the text of the card. */
  readonly lost: boolean
}

type Sentence = (value: string) => readonly [it: string, en: string]

/** What a file was to be. */
const FILE_KINDS: Readonly<Record<string, readonly [it: string, en: string]>> = {
  spreadsheet: ['un foglio di calcolo', 'a spreadsheet'],
  plan: ['un piano (plan.json)', 'a plan (plan.json)'],
  list: ['una lista OpenCoesione', 'a list of OpenCoesione'],
  any: [
    'una tabella, un foglio di calcolo, un piano o una lavagna',
    'a table, a spreadsheet, a plan or a board',
  ],
}

/** Of what speaks of a whole file or row, nothing is brought in; of what speaks of a cell, the text is kept. */
const SENTENCES = {
  tooLarge: (max) => [
    `Il file è troppo grande: se ne leggono al massimo ${max}.`,
    `The file is too large: at most ${max} are read.`,
  ],
  unpacksTooLarge: () => [
    'Il file, aperto, diventa smisurato: non è stato letto.',
    'Unpacked, the file grows out of all measure: it was not read.',
  ],
  notThisKind: (kind) => {
    const [it, en] = FILE_KINDS[kind] ?? [kind, kind]
    return [
      `Il file non è ${it}, oppure è rovinato o troncato.`,
      `The file is not ${en}, or it is damaged or cut short.`,
    ]
  },
  notOurWorkbook: () => [
    'Il foglio non è di Tavolo: aprirlo da «Porta dati sul tavolo», dove si dice che cosa c’è nelle colonne.',
    'The workbook is not one of Tavolo: open it from “Bring data to the table”, where you say what its columns hold.',
  ],
  protectedFile: () => [
    'Il file è protetto da una password oppure è un vecchio .xls: salvarlo come .xlsx o .ods senza password.',
    'The file is protected by a password or is an old .xls: save it as .xlsx or .ods without a password.',
  ],
  declaresEntities: () => [
    'Il file contiene dichiarazioni (DOCTYPE) che un foglio di calcolo non usa: non è stato letto.',
    'The file holds declarations (DOCTYPE) that no spreadsheet uses: it was not read.',
  ],
  empty: () => ['Non c’è nessuna riga da leggere.', 'There is no row to read.'],
  noHeadings: () => [
    'La prima riga deve dire che cosa c’è nelle colonne.',
    'The first row must say what the columns hold.',
  ],
  tooManyRows: (max) => [
    `Ci sono più di ${max} righe: le altre non sono state lette.`,
    `There are more than ${max} rows: the others were not read.`,
  ],
  tooManyColumns: (max) => [
    `Ci sono più di ${max} colonne: le altre non sono state lette.`,
    `There are more than ${max} columns: the others were not read.`,
  ],
  unclosedQuote: () => [
    'Le virgolette aperte qui non si chiudono più: sono state lette come un segno qualsiasi.',
    'The quotes that open here never close: they were read as any other sign.',
  ],
  otherNumberOfCells: (counts) => [
    `La riga ha ${counts} colonne: i valori sarebbero fuori posto.`,
    `The row has ${counts.replace(' invece di ', ' instead of ')} columns: its values would be out of place.`,
  ],
  moreCells: () => [
    'La riga ha più celle dei titoli di colonna: quelle in più sono nel testo della scheda.',
    'The row has more cells than there are headings: the others are in the text of the card.',
  ],
  noTitle: () => ['La riga non ha un titolo né un testo.', 'The row has neither a title nor a text.'],
  unknownKind: (value) => [`«${value}» non è un tipo di scheda.`, `“${value}” is no kind of card.`],
  notAnAmount: (value) => [
    `«${value}» non è un importo: scriverlo ad esempio 950.000 o 0,95 M€.`,
    `“${value}” is no amount: write it for example 950.000 or 0,95 M€.`,
  ],
  ambiguousAmount: (value) => [
    `«${value}» si può leggere in due modi: punto per le migliaia, virgola per i centesimi.`,
    `“${value}” can be read in two ways: a dot for thousands, a comma for cents.`,
  ],
  belowZero: (value) => [
    `«${value}» è sotto zero: un importo si scrive senza il segno meno.`,
    `“${value}” is below zero: an amount is written without the minus sign.`,
  ],
  amountTooHigh: (value) => [
    `«${value}» supera i 100 miliardi di euro: controllare gli zeri.`,
    `“${value}” is more than 100 billion euros: check the zeros.`,
  ],
  notADate: (value) => [`«${value}» non è una data.`, `“${value}” is no date.`],
  notANumber: (value) => [`«${value}» non è un numero.`, `“${value}” is no number.`],
  notAShare: (value) => [`«${value}» non è una percentuale.`, `“${value}” is no percentage.`],
  notAChoice: (value) => [
    `«${value}» non è tra i valori possibili.`,
    `“${value}” is not among the possible values.`,
  ],
  tooLong: () => ['Il testo è troppo lungo per questo campo.', 'The text is too long for this field.'],
  tooManyValues: (max) => [
    `Più di ${max} valori: gli altri sono nel testo della scheda.`,
    `More than ${max} values: the others are in the text of the card.`,
  ],
  cut: (max) => [
    `Il testo supera ${max} caratteri: ne è entrato l’inizio. Incollare il resto a parte.`,
    `The text is longer than ${max} characters: its beginning came in. Paste the rest apart.`,
  ],
  cellError: (value) => [
    `La cella contiene un errore di calcolo (${value}).`,
    `The cell holds a computing error (${value}).`,
  ],
  damagedText: () => [
    'Qui mancano delle lettere accentate, perse prima di arrivare: rileggere il testo.',
    'Accented letters were lost here before the file came: read the text again.',
  ],
  noSuchCard: (value) => [`La scheda «${value}» non è nel file.`, `The card “${value}” is not in the file.`],
  unknownSheet: () => [
    'Questo foglio non è tra quelli di Tavolo e non è stato letto.',
    'This sheet is none of those of Tavolo and was not read.',
  ],
  wrongPair: (value) => [
    `Due schede di questi tipi non si collegano con «${value}».`,
    `Two cards of these kinds are not joined by “${value}”.`,
  ],
  twice: (value) => [`«${value}» c’è già in una riga precedente.`, `“${value}” is already in a row above.`],
  wrongType: (place) => [
    `${place} ha un valore di tipo sbagliato.`,
    `${place} has a value of the wrong type.`,
  ],
} as const satisfies Readonly<Record<string, Sentence>>

export interface Where {
  readonly sheet?: string
  readonly row?: number
  readonly field?: string
}

/** What it is about is left out of the board: a file, a row, a link. */
export const lost = (code: TroubleCode, where: Where = {}, value = ''): Trouble =>
  trouble(code, where, value, true)

/** What it is about is on the board all the same, in the text of the card or as the sentence says. */
export const kept = (code: TroubleCode, where: Where = {}, value = ''): Trouble =>
  trouble(code, where, value, false)

const SHOWN = 60

function trouble(code: TroubleCode, { sheet, row, field }: Where, value: string, isLost: boolean): Trouble {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
  const [message, messageEn] = SENTENCES[code](shown)
  return {
    row: row ?? null,
    field: field ?? null,
    code,
    message,
    messageEn,
    lost: isLost,
    ...(sheet !== undefined && sheet !== '' && { sheet }),
  }
}
