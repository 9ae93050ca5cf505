import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../shared/plan/checks/index.ts'
import { mistakeLine, readPack } from '../shared/programme/pack-text.ts'
import type { PackFile } from '../shared/programme/pack.ts'

/** Packs from files, or every mistake in them as a line for whoever wrote them. */
export interface PackReading {
  readonly packs: readonly PackFile[]
  /** The file of each, by the id of the programme. */
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

/** Every `.json` of a folder of programme packs, in the order of their names. */
export function readPackFolder(folder: string): PackReading {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return {
      packs: [],
      files: new Map(),
      problems: [`TAVOLO_PROGRAMMES: la cartella ${folder} non si legge / cannot be read.`],
    }
  }
  return readPackFiles(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name)),
  )
}

export function readPackFiles(files: readonly string[]): PackReading {
  const packs: PackFile[] = []
  const problems: string[] = []
  const from = new Map<string, string>()
  for (const file of files) {
    const read = readPack(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), RULES)
    if ('mistakes' in read) {
      problems.push(...read.mistakes.map((one) => mistakeLine(file, one)))
      continue
    }
    const { pack } = read
    const before = from.get(pack.id)
    if (before !== undefined)
      problems.push(`${file}: «${pack.id}» è anche in / is in ${before} too: cambia l’id / change the id.`)
    from.set(pack.id, file)
    packs.push(pack)
  }
  return { packs, files: from, problems }
}

const RULES = CHECKS.map(({ id }) => id)
