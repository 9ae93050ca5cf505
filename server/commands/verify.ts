import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boardOf } from '../../shared/board/board.ts'
import { readBackup } from '../backup/read-backup.ts'
import { mustFit, takeOut } from '../backup/restore.ts'
import { loadBoard } from '../rooms/load-board.ts'
import type { Data } from '../store/data-folder.ts'
import type { BoardId } from '../../shared/ids.ts'
import { versionsOf } from '../store/registry-versions.ts'
import type { ChainReport } from '../store/verify-chains.ts'
import { factsLine } from './backup.ts'
import { openExisting } from './open-existing.ts'
import { agreementsOf } from '../store/registry-agreements.ts'
import type { BoardEntry } from '../store/registry-data.ts'
import { DATA, Usage, type Options } from './options.ts'

/**
 * `tavolo verify [file]`: reads every board of a data folder, or of a backup, with all its checksums, and says what it
 * found.
 */
export async function verify(words: readonly string[], options: Options): Promise<number> {
  const [file] = words
  if (words.length > 1) throw new Usage('verify vuole al più un file. / verify takes one file at most.')
  if (file !== undefined) return verifyFile(file)
  const data = await openExisting(options.data ?? DATA)
  try {
    return (await report(data)) ? 0 : 1
  } finally {
    await data.close()
  }
}

/** A backup is checked byte by byte, then taken out into a folder of its own, where its boards are opened. */
async function verifyFile(file: string): Promise<number> {
  const facts = await readBackup(file)
  process.stdout.write(`${factsLine(facts)}\n`)
  await mustFit(tmpdir(), facts.bytes)
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-verify-'))
  try {
    await takeOut(file, folder)
    const data = await openExisting(folder)
    try {
      return (await report(data)) ? 0 : 1
    } finally {
      await data.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Prints a line a board; true when all are sound. */
export async function report({
  registry,
  store,
  vault,
}: Pick<Data, 'registry' | 'store' | 'vault'>): Promise<boolean> {
  const boards = Object.values(registry.data.boards)
  const chains = await store.verify(
    new Map(boards.map(({ id }) => [id, versionsOf(registry, id).map(({ seq }) => seq)])),
  )
  let damaged = 0
  for (const board of boards) {
    const { line, isSound } = await lineFor(store, board, [
      ...chainFaults(chains, registry, board.id),
      ...(await vaultFaults({ registry, vault }, board.id)),
    ])
    if (!isSound) damaged++
    process.stdout.write(`${isSound ? 'ok ' : 'NO '} ${board.id}  ${line}\n`)
  }
  process.stdout.write(`${boards.length} tavoli, ${damaged} danneggiati / boards, damaged\n`)
  return damaged === 0
}

/** Where the story of a board is not what was written: its records, its snapshots, and what its versions vouch for. */
function chainFaults({ chains, faults }: ChainReport, registry: Data['registry'], board: BoardId): string[] {
  const hashes = chains.get(board)?.hashes
  const versions = versionsOf(registry, board).filter(
    ({ seq, sha256 }) => (hashes?.get(seq) ?? sha256) !== sha256,
  )
  return [
    ...faults
      .filter((one) => one.board === board)
      .map(({ seq, file, offset, what }) => `n. ${seq}: ${what} (${file}, byte ${offset})`),
    ...versions.map(({ seq, label }) => `n. ${seq}: it is not what version “${label}” vouches for`),
  ]
}

/** What was put to the partners must be in the vault, byte by byte. */
async function vaultFaults(
  { registry, vault }: Pick<Data, 'registry' | 'vault'>,
  board: BoardId,
): Promise<string[]> {
  const faults: string[] = []
  for (const { label, planSha256, boardSha256 } of agreementsOf(registry, board))
    for (const sha256 of [planSha256, boardSha256])
      await vault
        .read(board, sha256)
        .catch(() => faults.push(`version “${label}”: ${sha256} is not what was kept`))
  return faults
}

async function lineFor(
  store: Data['store'],
  board: BoardEntry,
  faults: readonly string[],
): Promise<{ line: string; isSound: boolean }> {
  if (faults.length > 0)
    return {
      line: `la storia è stata alterata / the story was altered: ${faults.join('; ')}`,
      isSound: false,
    }
  try {
    const { doc, seq } = loadBoard(await store.load(board.id))
    const { cards, links, header } = boardOf(doc)
    const title = header.title || board.title
    return {
      line: `${title}: ${cards.size} schede/cards, ${links.size} collegamenti/links, n. ${seq}`,
      isSound: true,
    }
  } catch (error) {
    return { line: error instanceof Error ? error.message : String(error), isSound: false }
  }
}
