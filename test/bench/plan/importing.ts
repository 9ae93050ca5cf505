import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { bringPieces } from '../../../shared/board/commands/bring-pieces.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { readBoard } from '../../../shared/formats/board-json/read.ts'
import { formatById } from '../../../shared/formats/index.ts'
import { READERS } from '../../../shared/formats/readers.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { programmeOf } from '../../../shared/programme/programme-of.ts'
import { extendedList, manyRows } from '../../builders/opencoesione.ts'
import { aPlannedBoard } from './a-planned-board.ts'
import type { Measure } from './measured.ts'

/** Files of that many rows, read and put down on an empty board. */
export async function importing(rows: number): Promise<readonly Measure[]> {
  const doc = aPlannedBoard(rows)
  const board = boardOf(doc)
  const whole = wholeOf(doc)
  const plan = planOf(board, programmeOf(board.header))
  const input = {
    board,
    plan,
    authors: new Map(),
    exportedAt: '2026-11-26T10:00:00.000Z',
    boardId: 'q1',
    whole,
  }
  const file = async (id: string): Promise<Uint8Array> =>
    (await formatById(id)?.write(input)) ?? new Uint8Array()

  const table = new TextEncoder().encode(
    [
      'Titolo;Descrizione;Costo;Inizio;Fine;Quartiere;Destinatari',
      ...Array.from(
        { length: rows },
        (_, n) =>
          `Intervento ${n};Accoglienza e attività;${1000 + n},50;01/02/2024;31/12/2026;quartiere ${n % 20};Giovani`,
      ),
    ].join('\r\n'),
  )
  const list = extendedList(manyRows(rows))
  const put = (format: string, bytes: Uint8Array): void => {
    const read = READERS[format]?.(bytes, { kind: 'action' })
    if (!read || read.pieces.cards.length < rows * 0.9) throw new Error(`${format} was not read`)
    bringPieces(new Y.Doc(), read.pieces)
  }
  const published = new TextEncoder().encode(list)
  const [workbook, planFile, boardFile] = [
    await file('workbook.xlsx'),
    await file('plan.json'),
    await file('board.json'),
  ]
  return [
    { name: 'baseline: the published list parsed as JSON', run: baseline(list) },
    { name: '`cards.csv`, 7 columns', run: () => put('cards.csv', table) },
    { name: '`opencoesione.csv`, 199 columns', run: () => put('opencoesione.csv', published) },
    { name: '`workbook.xlsx` of a board', run: () => put('workbook.xlsx', workbook) },
    { name: '`plan.json` of a board', run: () => READERS['plan.json']?.(planFile, {}) },
    { name: '`board.json` of a board', run: () => readBoard(boardFile) },
  ]
}

/** The same cells, in the form that the engine itself reads. */
function baseline(list: string): () => unknown {
  const json = JSON.stringify(list.split('\r\n').map((line) => line.split(';')))
  return () => JSON.parse(json) as unknown
}
