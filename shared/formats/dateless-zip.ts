import { unzipSync, zipSync, type Zippable } from 'fflate'

/**
 * 1 January 1980, the first day ZIP knows: an archive that carries no clock has equal bytes at any hour. Local time is what
 * ZIP stores, hence a date made of local parts.
 */
const FIRST_DAY = new Date(1980, 0, 1)

/** The same parts in an archive without a clock, in order of their names. */
export const datelessZip = (bytes: Uint8Array): Uint8Array =>
  zipParts(Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Parts in the order given; those in `stored` are not compressed. */
export function zipParts(
  parts: readonly (readonly [path: string, bytes: Uint8Array])[],
  stored: readonly string[] = [],
): Uint8Array {
  const archive: Zippable = {}
  for (const [path, part] of parts)
    archive[path] = [part, { mtime: FIRST_DAY, level: stored.includes(path) ? 0 : 6 }]
  return zipSync(archive)
}
