import type { Config } from '../config.ts'

/**
 * Whether a page may connect: one of our own, or a program that is no page at all and sends no Origin. A page of
 * somebody else could otherwise use what a browser sends along by itself.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  { publicUrl, devOrigin }: Pick<Config, 'publicUrl' | 'devOrigin'>,
): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (!/^https?:$/.test(url.protocol)) return false
  if (url.host === host?.toLowerCase() || url.origin === publicUrl) return true
  return devOrigin && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}
