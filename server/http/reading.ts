import type { ExportInput } from '../../shared/formats/format.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { programmeById } from '../../shared/programme/programmes.ts'
import { wholeOf } from '../../shared/board/whole.ts'
import type { Board } from '../../shared/board/board.ts'
import type { ReadBoard } from '../history/read-whole.ts'
import type { House } from '../house.ts'
import type { BoardEntry } from '../store/registry-data.ts'
import { allIds, authorsOf } from './authors.ts'
import { Problem } from './problem.ts'

/** The plan of a board now; everything in it is durable. */
export const readPlan = (house: House, entry: BoardEntry): Promise<Plan> =>
  house.rooms.use(entry.id, (room) => room.read((_doc, board) => planUnder(entry, board)))

/** Everything a format may need, as of now. */
export const readForExport = (
  house: House,
  entry: BoardEntry,
  exportedAt: string,
  options: ExportInput['options'],
): Promise<ExportInput> =>
  house.rooms.use(entry.id, (room) =>
    room.read((doc, board) => ({
      ...exportInput(entry, { board, whole: wholeOf(doc) }, exportedAt, options),
      authors: authorsOf(house.registry, room.authorsOf(allIds(board))),
    })),
  )

/** What a format may need of a board, but for the authors. */
export const exportInput = (
  entry: BoardEntry,
  { board, whole }: ReadBoard,
  exportedAt: string,
  options: ExportInput['options'],
): Omit<ExportInput, 'authors'> => ({
  board,
  plan: planUnder(entry, board),
  exportedAt,
  boardId: entry.id,
  whole,
  ...(options && { options }),
})

/** A board whose header names a programme we do not have is read under the one it was opened with. */
function planUnder(entry: BoardEntry, board: Board): Plan {
  const programme = programmeById(board.header.programme) ?? programmeById(entry.programme)
  if (!programme)
    throw new Problem({
      status: 409,
      code: 'programmeUnknown',
      sentence: {
        it: `Questo server non conosce il programma «${board.header.programme}»: chi lo gestisce può aggiungerlo.`,
        en: `This server does not know the programme “${board.header.programme}”: whoever runs it can add it.`,
      },
    })
  return planOf(board, programme)
}
