import { restoreBackup } from '../backup/restore.ts'
import { factsLine } from './backup.ts'
import { DATA, Usage, type Options } from './options.ts'
import { terminalLog } from './terminal-log.ts'
import { report } from './verify.ts'

/** `tavolo restore <file>`: makes the data folder what a backup holds; what was in it is kept beside. */
export async function restore(words: readonly string[], options: Options): Promise<number> {
  const [file] = words
  if (words.length !== 1 || file === undefined)
    throw new Usage('restore vuole il file di un backup. / restore takes the file of a backup.')
  let isSound = true
  const { facts, former } = await restoreBackup(file, options.data ?? DATA, terminalLog, async (data) => {
    isSound = await report(data)
  })
  process.stdout.write(`${factsLine(facts)}\n`)
  if (former !== null)
    process.stdout.write(`Ciò che c’era prima è in / what was there before is in: ${former}\n`)
  return isSound ? 0 : 1
}
