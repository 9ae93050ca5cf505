import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new key or token: 32 random bytes as base64url, 43 characters. Shown once, never kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: the hexadecimal SHA-256 of its text. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Compares two hashes in a time that does not tell where they differ. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
