import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { backupBytes, writeBackup } from '../backup/write-backup.ts'
import type { House } from '../house.ts'
import type { Env } from './env.ts'
import type { Guards } from './guard.ts'
import { noBackup } from './problems.ts'

/** `GET /api/backup`: everything that is kept, in one file, while the server goes on. For the operator alone. */
export function backup(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/', guards.organiser(true), async (c) => {
    if (!house.freeze) throw noBackup()
    const frozen = await house.freeze({ withOperatorKey: c.req.query('operatorKey') === '1' })
    const bytes = backupBytes(frozen)
    house.log.info({ event: 'backup.started', bytes }, 'a backup is being read')
    const pieces = Readable.from(writeBackup(frozen), { objectMode: false, highWaterMark: 1024 * 1024 })
    pieces.once('error', (error) =>
      house.log.error({ event: 'backup.failed', err: error }, 'a backup could not be read'),
    )
    pieces.once('close', () => void frozen.release())
    return c.body(Readable.toWeb(pieces) as ReadableStream, 200, {
      'content-type': 'application/x-tar',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="tavolo-${frozen.createdAt.slice(0, 19).replaceAll(':', '-')}.tar"`,
    })
  })
  return app
}
