import type { ExportInput, PartyWord } from '../format.ts'
import { answerWords } from '../version-words.ts'
import { some } from './details.ts'
import { day, text, type Column, type Sheet } from './sheet.ts'

/** What the partners said of the version that the sheets are made from. */
export const agreementSheets = ({ version }: ExportInput): Sheet[] =>
  some('Accordo', COLUMNS, version?.parties ?? [])

const COLUMNS: readonly Column<PartyWord>[] = [
  { heading: 'Partner', width: 36, cell: ({ name }) => text(name) },
  { heading: 'Parere', width: 20, cell: (party) => text(answerWords(party)) },
  { heading: 'Motivo', width: 60, cell: ({ reason }) => text(reason) },
  { heading: 'Chi ha parlato', width: 30, cell: ({ by }) => text(by?.name) },
  { heading: 'Ente di chi ha parlato', width: 30, cell: ({ by }) => text(by?.organisation) },
  { heading: 'Il', width: 12, cell: ({ at }) => day(at) },
]
