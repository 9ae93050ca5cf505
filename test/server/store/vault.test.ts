import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { diskFiles } from '../../../server/store/files.ts'
import { memoryVault, openVault, VaultDamaged } from '../../../server/store/vault.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { quickFolders } from './temp-folder.ts'

const [BOARD, OTHER] = ['tavolo1', 'tavolo2'] as unknown as [BoardId, BoardId]
const TEXT = '{"titolo":"Città, 3 €"}'
const aFolder = quickFolders()
const opened = (folder: string, isBoard: (board: BoardId) => boolean = () => true) =>
  openVault(folder, diskFiles, isBoard)

describe('the vault', () => {
  it.each([
    ['on disk', async () => opened(await aFolder())],
    ['in memory', async () => memoryVault()],
  ])('%s gives back what it was given, once, until the board is erased', async (_where, make) => {
    const vault = await make()
    const name = await vault.keep(BOARD, TEXT)
    expect(await vault.keep(BOARD, TEXT)).toBe(name)
    await vault.keep(OTHER, TEXT)
    expect(await vault.read(BOARD, name)).toBe(TEXT)
    await vault.erase(BOARD)
    await expect(vault.read(BOARD, name)).rejects.toThrow(VaultDamaged)
    expect(await vault.read(OTHER, name)).toBe(TEXT)
  })

  it('names a file so that sha256sum alone can check it', async () => {
    const folder = await aFolder()
    const name = await (await opened(folder)).keep(BOARD, TEXT)
    const [file] = await readdir(folder)
    expect(file).toBe(`tavolo1.${name}.json`)
    const { stdout } = await promisify(execFile)('sha256sum', [join(folder, file ?? '')])
    expect(stdout.slice(0, 64)).toBe(name)
  })

  it('refuses what was altered', async () => {
    const folder = await aFolder()
    const vault = await opened(folder)
    const name = await vault.keep(BOARD, TEXT)
    await writeFile(join(folder, `tavolo1.${name}.json`), TEXT.replace('3', '4'))
    await expect(vault.read(BOARD, name)).rejects.toThrow(VaultDamaged)
  })

  it('is still there after a restart, but for boards that are no more', async () => {
    const folder = await aFolder()
    const before = await opened(folder)
    const name = await before.keep(BOARD, TEXT)
    await before.keep(OTHER, TEXT)
    const after = await opened(folder, (board) => board === BOARD)
    expect(await after.read(BOARD, name)).toBe(TEXT)
    expect(await readdir(folder)).toHaveLength(1)
  })
})
