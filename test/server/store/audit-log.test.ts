import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../server/access/audit.ts'
import { openAuditLog } from '../../../server/store/audit-log.ts'
import { diskFiles, type Files } from '../../../server/store/files.ts'
import type { BoardId, ParticipantId } from '../../../shared/ids.ts'
import { faultyFiles, systemError } from './faulty-files.ts'
import { notedLog } from './noted-log.ts'
import { quickFolders } from './temp-folder.ts'

const aFolder = quickFolders()
const board = 'tavolo' as BoardId
const anna = 'anna' as ParticipantId
const bruno = 'bruno' as ParticipantId
const made = (key: string): Extract<AuditEvent, { what: 'made' }> => ({
  what: 'made',
  at: '2026-03-05T09:00:00.000Z',
  key,
  by: { kind: 'organiser', id: 'operator' },
})

async function anAudit(files: Files = diskFiles, folder?: string) {
  const path = folder ?? (await aFolder())
  const log = notedLog()
  const clock = { ms: Date.parse('2026-03-05T10:00:00.000Z') }
  const audit = await openAuditLog(
    path,
    files,
    log,
    (id) => id === board,
    () => clock.ms,
  )
  return { path, file: join(path, `${board}.log`), log, clock, audit }
}
const keysIn = (events: readonly AuditEvent[]): string[] => events.map(({ what, key }) => `${what} ${key}`)

describe('[SYNC-41] the audit of keys', () => {
  it('keeps what was done, in order, for as long as the board', async () => {
    const { path, audit } = await anAudit()
    await audit.note(board, made('a'))
    await audit.note(board, { ...made('b'), by: { kind: 'key', id: 'a', participant: anna } })
    const again = await anAudit(diskFiles, path)
    expect(keysIn(await again.audit.events(board))).toEqual(['made a', 'made b'])
    await again.audit.erase(board)
    expect(await again.audit.events(board)).toEqual([])
    expect(await readdir(path)).toEqual([])
  })

  it('tells first and last use and who came, with a line for a new comer and one an hour', async () => {
    const { path, file, audit, clock } = await anAudit()
    const start = clock.ms
    for (const [minute, who] of [anna, anna, bruno, null, anna].entries()) {
      clock.ms = start + minute * 120_000
      audit.used(board, 'k', who)
    }
    const use = (await audit.uses(board)).get('k')
    expect(use).toEqual({
      firstAt: '2026-03-05T10:00:00.000Z',
      lastAt: '2026-03-05T10:08:00.000Z',
      lastBy: anna,
      participants: new Set([anna, bruno]),
    })
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
    clock.ms = start + 3_900_000
    audit.used(board, 'k', anna)
    await audit.uses(board)
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(3)
    clock.ms = start + 4_100_000
    audit.used(board, 'k', bruno)
    await audit.close()
    const again = await anAudit(diskFiles, path)
    expect((await again.audit.uses(board)).get('k')).toMatchObject({
      firstAt: '2026-03-05T10:00:00.000Z',
      lastAt: new Date(start + 4_100_000).toISOString(),
      lastBy: bruno,
    })
  })

  it('shows a line that was changed or left out by hand: what is there is put aside, not gone on with', async () => {
    for (const forge of [
      (text: string) => text.replace('"key":"b"', '"key":"x"'),
      (text: string) => text.split('\n').toSpliced(1, 1).join('\n'),
    ]) {
      const { path, file, audit } = await anAudit()
      for (const key of ['a', 'b', 'c']) await audit.note(board, made(key))
      const forged = forge(await readFile(file, 'utf8'))
      await writeFile(file, forged)
      const again = await anAudit(diskFiles, path)
      expect(await again.audit.events(board)).toEqual([])
      expect(again.log.lines[0]).toMatchObject({ level: 'warn' })
      expect(await readFile(`${file}.damaged`, 'utf8')).toBe(forged)
    }
  })

  it('goes on after a crash at any byte of the last line', async () => {
    const { file, audit } = await anAudit()
    await audit.note(board, made('a'))
    const one = (await readFile(file)).length
    await audit.note(board, made('b'))
    const whole = await readFile(file)
    for (let length = one; length < whole.length; length++) {
      const path = await aFolder()
      await writeFile(join(path, `${board}.log`), whole.subarray(0, length))
      const again = await anAudit(diskFiles, path)
      await again.audit.note(board, made('c'))
      expect(keysIn(await again.audit.events(board))).toEqual(['made a', 'made c'])
    }
  })

  it('on a disk that fails at any call loses no line, and says so', async () => {
    for (let k = 1; ; k++) {
      const files = faultyFiles()
      const { path, audit, log } = await anAudit(files)
      const before = files.calls.length
      files.fault = ({ nth }) => (nth === before + k ? systemError('ENOSPC') : null)
      for (const key of ['a', 'b', 'c']) await audit.note(board, made(key))
      const made3 = files.calls.length
      await audit.close()
      const again = await anAudit(diskFiles, path)
      expect(keysIn(await again.audit.events(board)), `fault at call ${k}`).toEqual([
        'made a',
        'made b',
        'made c',
      ])
      if (made3 < before + k) break
      expect(log.lines[0], `fault at call ${k}`).toMatchObject({ level: 'error' })
    }
  })

  it('of a board that is no more goes at the next start', async () => {
    const { path } = await anAudit()
    await writeFile(join(path, 'gone.log'), 'x\n')
    await anAudit(diskFiles, path)
    expect(await readdir(path)).toEqual([])
  })
})
