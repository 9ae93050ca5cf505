import { Hono } from 'hono'
import type { House } from '../house.ts'
import { BoardRotten, StoreRefused } from '../store/board-store.ts'
import { VaultDamaged } from '../store/vault.ts'
import { accessLog } from './access-log.ts'
import { agreements } from './agreements.ts'
import { authors } from './authors.ts'
import { backup } from './backup.ts'
import { boards } from './boards.ts'
import { comments } from './comments.ts'
import type { Env } from './env.ts'
import { createGuards } from './guard.ts'
import { health } from './health.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { needs } from './needs.ts'
import { openapi } from './openapi.ts'
import { organisers } from './organisers.ts'
import { participants } from './participants.ts'
import { plan } from './plan.ts'
import { Problem, problemResponse } from './problem.ts'
import { damaged, internal, notFound, stopping, storage } from './problems.ts'
import { reactions } from './reactions.ts'
import { schemas } from './schemas.ts'
import { securityHeaders } from './security.ts'
import { staticFiles } from './static.ts'
import { versions } from './versions.ts'

/** Every route of the server but the socket; no I/O of its own. */
export function createApp(house: House): Hono<Env> {
  const app = new Hono<Env>()
  const guards = createGuards(house)
  app.use('*', securityHeaders(house), accessLog(house))
  app.route('/', health(house))
  app.use('/api/*', async (_c, next) => {
    if (house.isStopping()) throw stopping()
    await next()
  })
  app.route('/api/boards', boards(house, guards))
  for (const resource of [
    keys,
    participants,
    plan,
    imports,
    needs,
    reactions,
    authors,
    comments,
    history,
    versions,
    agreements,
  ])
    app.route('/api/boards', resource(house, guards))
  app.route('/api/organisers', organisers(house, guards))
  app.route('/api/backup', backup(house, guards))
  app.route('/', openapi())
  app.route('/', schemas())
  app.route('/', staticFiles(house.packs))
  app.notFound((c) => problemResponse(c, notFound().details))
  app.onError((error, c) => {
    const problem = problemOf(error)
    if (!(error instanceof Problem))
      house.log.error({ event: 'request.failed', err: error }, 'a request failed')
    return problemResponse(c, problem.details)
  })
  return app
}

function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof BoardRotten || error instanceof VaultDamaged) return damaged()
  return error instanceof StoreRefused ? storage() : internal()
}
