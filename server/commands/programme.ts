import { readPackFiles } from '../packs.ts'
import { Usage } from './options.ts'

/** `tavolo programme <file>…`: whether packs can be used by a server, and if not, every mistake with its line. */
export function checkProgrammes(files: readonly string[]): Promise<number> {
  if (files.length === 0)
    throw new Usage('programme vuole il file di un programma. / programme takes the file of a programme.')
  const { packs, problems } = readPackFiles(files)
  for (const line of problems) process.stdout.write(`${line}\n`)
  for (const { id, title, axes, checks } of packs)
    process.stdout.write(
      `ok ${id}  ${title}: ${axes.length} assi/axes, ${Object.keys(checks).length} controlli/checks\n`,
    )
  return Promise.resolve(problems.length > 0 ? 1 : 0)
}
