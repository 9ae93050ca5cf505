import { Hono } from 'hono'
import { SCHEMA_VERSION } from '../../shared/board/schema.ts'
import type { House } from '../house.ts'
import { VERSION } from '../version.ts'
import type { Env } from './env.ts'

/** For those who watch the server: alive, ready, figures, which version. */
export function health(house: House): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    if (house.isStopping()) return c.json({ status: 'stopping' }, 503)
    const status = house.store.status()
    if (status.kind === 'degraded') return c.json({ status: 'degraded', reason: status.reason }, 503)
    const reason = await house.disk.fault()
    if (reason !== null) return c.json({ status: 'degraded', reason }, 503)
    const disk = await house.disk.look()
    return c.json({ status: 'ready', ...(disk !== 'ok' && { disk, diskFreeRatio: house.disk.ratio }) })
  })
  app.get('/metrics', async (c) =>
    c.body(await house.metrics.registry.metrics(), 200, {
      'content-type': house.metrics.registry.contentType,
    }),
  )
  app.get('/version', (c) => c.json({ name: 'tavolo', version: VERSION, schemaVersion: SCHEMA_VERSION }))
  return app
}
