import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

/**
 * Headers of every answer. Nothing of ours is asked of another origin, no script stands in a page, nobody frames us.
 * `connect-src` names the socket of our own host, because older Safari does not count it as 'self'. `isSecure`: whether
 * people reach us over TLS; then browsers never try without it for a year.
 */
export function headersOfEveryAnswer(host: string | undefined, isSecure: boolean): Record<string, string> {
  const own = /^[A-Za-z0-9.:[\]-]+$/.exec(host ?? '')?.[0]
  const sockets = own ? ` ws://${own} wss://${own}` : ''
  return {
    'content-security-policy': [
      "default-src 'self'",
      `connect-src 'self'${sockets}`,
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

export const isReachedOverTls = ({ publicUrl }: { readonly publicUrl: string | undefined }): boolean =>
  publicUrl?.startsWith('https:') ?? false

export const securityHeaders =
  (house: { readonly config: Parameters<typeof isReachedOverTls>[0] }): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next()
    const isSecure = isReachedOverTls(house.config)
    const { headers } = c.res
    for (const [name, value] of Object.entries(headersOfEveryAnswer(c.req.header('host'), isSecure)))
      headers.set(name, value)
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
      headers.set('cache-control', 'no-store')
  }
