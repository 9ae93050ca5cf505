import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openData, type Data } from '../store/data-folder.ts'
import { terminalLog } from './terminal-log.ts'

/** Opens a data folder that is there already: a command that reads must not make an empty one of a mistyped name. */
export async function openExisting(folder: string): Promise<Data> {
  if (!existsSync(join(folder, 'registry.json')) && !existsSync(join(folder, 'format.json')))
    throw new Error(`${folder} non è una cartella di dati di Tavolo. / is no data folder of Tavolo.`)
  return openData(folder, { log: terminalLog })
}
