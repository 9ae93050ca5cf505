import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

/**
 * Headers of every answer. Nothing of ours is asked of another origin, no script stands in a page, nobody frames us.
 * `connect-src` names the socket of our own host, because older Safari does not count it as 'self'.
 */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const host = /^[A-Za-z0-9.:[\]-]+$/.exec(c.req.header('host') ?? '')?.[0]
  const sockets = host ? ` ws://${host} wss://${host}` : ''
  const { headers } = c.res
  headers.set(
    'content-security-policy',
    [
      "default-src 'self'",
      `connect-src 'self'${sockets}`,
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('x-frame-options', 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set(
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  )
  if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
    headers.set('cache-control', 'no-store')
}
