import { writeFile } from 'node:fs/promises'
import { wholeOf } from '../../shared/board/whole.ts'
import { boardOf } from '../../shared/board/board.ts'
import { addPacks } from '../../shared/programme/programmes.ts'
import { formatById, FORMATS } from '../../shared/formats/index.ts'
import type { BoardId } from '../../shared/ids.ts'
import { authorsOf } from '../http/authors.ts'
import { readFrozen } from '../http/frozen.ts'
import { exportInput } from '../http/reading.ts'
import { keptPacks } from '../kept-packs.ts'
import { loadBoard } from '../rooms/load-board.ts'
import { openExisting } from './open-existing.ts'
import { lastAgreed } from '../store/registry-agreements.ts'
import { boardById } from '../store/registry-boards.ts'
import type { Data } from '../store/data-folder.ts'
import type { AgreementEntry } from '../store/registry-data.ts'
import { askServer, DATA, remoteOf, Usage, type Options } from './options.ts'

/** `tavolo export <board> <format>`: to a file, or to the output when no `--out` is given. */
export async function exportBoard(words: readonly string[], options: Options): Promise<number> {
  const [board, format] = words
  if (words.length !== 2 || board === undefined || format === undefined)
    throw new Usage('export vuole un tavolo e un formato. / export takes a board and a format.')
  if (!formatById(format)) throw new Usage(`Formati / formats: ${FORMATS.map(({ id }) => id).join(', ')}.`)
  if (options.for !== undefined && options.for !== 'excel')
    throw new Usage('--for può essere solo excel. / --for may only be excel.')
  const bytes =
    options.server === undefined
      ? await fromFolder(board as BoardId, format, options)
      : await fromServer(board, format, options)
  if (options.out === undefined) await written(bytes)
  else await writeFile(options.out, bytes)
  return 0
}

async function fromServer(board: string, format: string, options: Options): Promise<Uint8Array> {
  const query = new URLSearchParams({
    ...(options.for === 'excel' && { for: 'excel' }),
    ...(options.agreed && { agreement: 'agreed' }),
  })
  const path = `/api/boards/${encodeURIComponent(board)}/exports/${format}?${query}`
  const response = await askServer(remoteOf(options), path)
  return new Uint8Array(await response.arrayBuffer())
}

async function fromFolder(id: BoardId, formatId: string, options: Options): Promise<Uint8Array> {
  const folder = options.data ?? DATA
  const data = await openExisting(folder)
  try {
    addPacks(keptPacks(folder).packs)
    const entry = boardById(data.registry, id)
    const format = formatById(formatId)
    if (!entry || !format) throw new Error(`Non c’è nessun tavolo «${id}». / There is no such board.`)
    const { doc, authors } = loadBoard(await data.store.load(id))
    const excel = options.for === 'excel' ? ({ for: 'excel' } as const) : undefined
    const at = new Date().toISOString()
    const input = options.agreed
      ? await readFrozen(data, entry, agreedIn(data, id), at, excel)
      : exportInput(entry, { board: boardOf(doc), whole: wholeOf(doc) }, at, excel)
    return await format.write({ ...input, authors: authorsOf(data.registry, authors.entries()) })
  } finally {
    await data.close()
  }
}

function agreedIn({ registry }: Pick<Data, 'registry'>, board: BoardId): AgreementEntry {
  const found = lastAgreed(registry, board)
  if (found) return found
  throw new Error('Qui non è ancora stata concordata nessuna versione. / No version was agreed on here yet.')
}

const written = (bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) =>
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())),
  )
