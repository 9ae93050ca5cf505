import { writeFile } from 'node:fs/promises'
import { csvHead, csvRows } from '../../shared/history/csv.ts'
import type { BoardId } from '../../shared/ids.ts'
import { replayHost } from '../history/replay-host.ts'
import { folderShelf } from '../history/shelf.ts'
import { Stories } from '../history/stories.ts'
import { writerOf } from '../http/people.ts'
import { boardById } from '../store/registry-boards.ts'
import { openExisting } from './open-existing.ts'
import { askServer, DATA, remoteOf, Usage, type Options } from './options.ts'

/** `tavolo history <board>`: the whole story as CSV, to a file or to the output. */
export async function historyOf(words: readonly string[], options: Options): Promise<number> {
  const [board] = words
  if (words.length !== 1 || board === undefined)
    throw new Usage('history vuole un tavolo. / history takes a board.')
  const text =
    options.server === undefined
      ? await fromFolder(board as BoardId, options)
      : await (
          await askServer(remoteOf(options), `/api/boards/${encodeURIComponent(board)}/history.csv`)
        ).text()
  if (options.out === undefined) process.stdout.write(text)
  else await writeFile(options.out, text)
  return 0
}

async function fromFolder(id: BoardId, options: Options): Promise<string> {
  const data = await openExisting(options.data ?? DATA)
  const stories = new Stories(data.store, folderShelf(data.storiesFolder), replayHost())
  try {
    if (!boardById(data.registry, id))
      throw new Error(`Non c’è nessun tavolo «${id}». / There is no such board.`)
    let text = csvHead
    for await (const told of stories.all(id)) text += csvRows(told, (actor) => writerOf(data.registry, actor))
    return text
  } finally {
    await stories.close()
    await data.close()
  }
}
