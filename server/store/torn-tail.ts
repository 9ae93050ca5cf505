import { firstDamage, scanFrames, type Damage } from './scan.ts'

/**
 * Where the last write was torn by a crash, or null if it was not: only the last segment is asked. A torn write is not
 * damage, because nothing in it was ever confirmed; everything from there on is cut off.
 *
 * To be a tear, damage must look like one (the file ends within a frame, or whole sectors of zeros stand where the system
 * had grown the file but not yet written it), and no later write may follow: a frame that belongs to a later `batch`
 * proves that the damaged bytes were durable once, and then they are rot.
 */
export function findTear(bytes: Buffer, from: number, salt: number, lastLsn: number): number | null {
  if (firstDamage(bytes, from, salt) === null) return null
  let lsn = lastLsn
  let tears: { readonly offset: number; readonly lsnBefore: number }[] = []
  for (const found of scanFrames(bytes, from, salt)) {
    if (found.kind === 'frame') {
      lsn = found.frame.lsn
      tears = tears.filter(({ lsnBefore }) => found.frame.batch <= lsnBefore + 1)
    } else if (looksTorn(bytes, found)) tears.push({ offset: found.offset, lsnBefore: lsn })
  }
  return tears[0]?.offset ?? null
}

const looksTorn = (bytes: Buffer, damage: Damage): boolean =>
  damage.extent === 'cut' || hasHole(bytes, damage.offset, damage.end)

const SECTOR = 512
/** Shorter runs of zeros occur in sound records that end in a new sector. */
const LEAST_HOLE = 16

function hasHole(bytes: Buffer, from: number, end: number): boolean {
  for (let sector = from - (from % SECTOR); sector < end; sector += SECTOR) {
    const part = bytes.subarray(Math.max(from, sector), Math.min(end, sector + SECTOR))
    if (part.length >= LEAST_HOLE && part.every((byte) => byte === 0)) return true
  }
  return false
}
