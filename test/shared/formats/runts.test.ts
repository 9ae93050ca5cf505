import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatById } from '../../../shared/formats/index.ts'
import { READERS } from '../../../shared/formats/readers.ts'
import { inputOf } from './export-input.ts'
import { richBoard } from './rich-board.ts'

const NUMBER = '48713'

describe('the number of a partner in the national register of the third sector', () => {
  it.each(['dossier.docx', 'dossier.odt', 'workbook.xlsx', 'workbook.ods'])(
    'stands in %s',
    async (format) => {
      const bytes = (await formatById(format)?.write(inputOf(richBoard()))) ?? new Uint8Array()
      const text = Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
      expect(text.join('\n')).toContain(NUMBER)
    },
  )

  it.each(['plan.json', 'workbook.xlsx', 'workbook.ods'])('comes back from %s', async (format) => {
    const bytes = (await formatById(format)?.write(inputOf(richBoard()))) ?? new Uint8Array()
    const { cards } = READERS[format]?.(bytes, {}).pieces ?? { cards: [] }
    const told = cards.flatMap((card) => (card.kind === 'partner' ? [[card.title, card.runts]] : []))
    expect(Object.fromEntries(told)).toEqual({
      'Comune di Bari': undefined,
      'Cooperativa sociale Il Cortile': NUMBER,
    })
  })

  it('is read from a table of partners, whatever its heading', () => {
    for (const heading of ['RUNTS', 'N. RUNTS', 'Numero iscrizione RUNTS']) {
      const table = new TextEncoder().encode(
        `Titolo;Codice fiscale;${heading}\nIl Cortile;00743110157;00${NUMBER}\n`,
      )
      const { pieces, troubles } = READERS['cards.csv']?.(table, { kind: 'partner' }) ?? {
        pieces: { cards: [] },
      }
      expect(troubles).toEqual([])
      expect(pieces.cards).toMatchObject([{ kind: 'partner', runts: `00${NUMBER}` }])
    }
  })
})
