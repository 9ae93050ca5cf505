import { VERSION } from '../version.ts'
import { BLOCK, paddingOf } from './tar.ts'

/**
 * A backup is one plain tar archive with the files of a data folder, readable without Tavolo:
 *
 *     tavolo-backup.json   what it is, made when, by which version
 *     registry.json, format.json, access/…, agreed/…, programmes/…, boards/…, and operator.key if it was asked for
 *     SHA256SUMS           of all of these, as `sha256sum -c` reads it
 *
 * Not compressed, so that every byte of it is checked: the checksums in the last file, the headers and the zeros between
 * by being what they must be.
 */
export const ABOUT = 'tavolo-backup.json'
export const SUMS = 'SHA256SUMS'
/** Raised when an older version could no longer read what this one writes. */
export const BACKUP_FORMAT = 1
/** Two blocks of zeros end an archive. */
export const END_BYTES = 2 * BLOCK

const KEPT =
  /^(registry\.json|format\.json|operator\.key|access\/[a-z0-9-]{1,64}\.log|agreed\/[a-z0-9-]{1,64}\.[0-9a-f]{64}\.json|programmes\/[a-z0-9-]{1,100}\.json|boards\/(log|history)\/\d{10}\.log|boards\/snapshots\/[a-z0-9-]{1,64}\.\d{1,15}\.snap)$/

/** Whether a file of this name belongs into a backup; nothing else is written by a restore. */
export const isKept = (path: string): boolean => KEPT.test(path)

export const aboutText = (createdAt: string): string =>
  `${JSON.stringify({ backup: BACKUP_FORMAT, createdAt, version: VERSION })}\n`

export interface Summed {
  readonly path: string
  readonly sha256: string
}

export const sumsText = (files: readonly Summed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

/** The room that a file takes in the archive. */
export const roomOf = (bytes: number): number => BLOCK + bytes + paddingOf(bytes)
