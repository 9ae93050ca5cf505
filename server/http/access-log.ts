import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { House } from '../house.ts'
import type { Env } from './env.ts'

/** One line a request: which route, how it ended, how long it took. Never a key, an id, a text or an address. */
export const accessLog =
  ({ log, metrics }: Pick<House, 'log' | 'metrics'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const fromMs = performance.now()
    await next()
    const { status } = c.res
    metrics.requests.inc({ method: c.req.method, status: String(status) })
    const line = {
      method: c.req.method,
      event: 'request',
      route: routePath(c, -1),
      status,
      ms: Math.round(performance.now() - fromMs),
    }
    if (status >= 500) log.warn(line, 'request')
    else log.debug(line, 'request')
  }
