import { readFile } from 'node:fs/promises'
import { askServer, remoteOf, Usage, type Options } from './options.ts'

/** `tavolo import <board> <file>`: brings a board.json into a board of a running server. */
export async function importBoard(words: readonly string[], options: Options): Promise<number> {
  const [board, file] = words
  if (words.length !== 2 || board === undefined || file === undefined)
    throw new Usage('import vuole un tavolo e un file. / import takes a board and a file.')
  const remote = remoteOf(options)
  const query = options.partial ? '?partial=1' : ''
  const path = `/api/boards/${encodeURIComponent(board)}/imports/board.json${query}`
  const response = await askServer(remote, path, { method: 'POST', body: await readFile(file) })
  const { cards, links, problems } = (await response.json()) as {
    cards: number
    links: number
    problems: readonly { field: string | null; message: string }[]
  }
  process.stdout.write(`${cards} schede, ${links} collegamenti / cards, links\n`)
  for (const { field, message } of problems) process.stderr.write(`${field ?? ''}: ${message}\n`)
  return problems.length === 0 ? 0 : 1
}
