import { readFile } from 'node:fs/promises'
import { readFile as whatItIs } from '../../shared/formats/read-file.ts'
import { askServer, remoteOf, Usage, type Options } from './options.ts'

/** `tavolo import <board> <file>`: brings a file into a board of a running server. */
export async function importBoard(words: readonly string[], options: Options): Promise<number> {
  const [board, file] = words
  if (words.length !== 2 || board === undefined || file === undefined)
    throw new Usage('import vuole un tavolo e un file. / import takes a board and a file.')
  const remote = remoteOf(options)
  const body = await readFile(file)
  const query = options.partial ? '?partial=1' : ''
  const path = `/api/boards/${encodeURIComponent(board)}/imports/${formatOf(file, body)}${query}`
  const response = await askServer(remote, path, { method: 'POST', body })
  const { cards, links, problems } = (await response.json()) as {
    cards: number
    links: number
    problems: readonly { row: number | null; field: string | null; message: string }[]
  }
  process.stdout.write(`${cards} schede, ${links} collegamenti / cards, links\n`)
  for (const { row, field, message } of problems)
    process.stderr.write(`${[row, field].filter((part) => part !== null).join(' ')}: ${message}\n`)
  return problems.length === 0 ? 0 : 1
}

/** Files are told by what is in them; a table by its headings. */
function formatOf(file: string, bytes: Uint8Array): string {
  const reading = whatItIs(bytes)
  switch (reading.kind) {
    case 'board':
      return 'board.json'
    case 'cards':
      return reading.from
    case 'tables':
      return reading.list === null ? 'cards.csv' : 'opencoesione.csv'
    case 'refused':
      throw new Usage(`${file}: ${reading.trouble.message} / ${reading.trouble.messageEn}`)
  }
}
