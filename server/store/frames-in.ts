import type { Files } from './files.ts'
import { decodeFrame, frameEnd, type Frame } from './frame.ts'
import { readSpan } from './read-span.ts'
import { scanFrames } from './scan.ts'

export interface FrameInFile {
  readonly offset: number
  readonly frame: Frame
  /** Of the whole frame. A view, as the payload is: both are good until the next part. */
  readonly bytes: Buffer
}

const PART_BYTES = 256 * 1024

/**
 * The sound frames of a file between two offsets, some at a time: what is read in between gives way to the rest of the
 * server. After damage it goes on at the next sound frame; what the end cuts off is left out.
 */
export async function* framesIn(
  files: Files,
  path: string,
  { from, to, salt }: { readonly from: number; readonly to: number; readonly salt: number },
): AsyncGenerator<readonly FrameInFile[]> {
  let at = from
  let want = PART_BYTES
  while (at < to) {
    const bytes = await readSpan(files, path, at, Math.min(to, at + want))
    const { found, end } = soundFrom(bytes, at, salt)
    if (found.length > 0) yield found
    const isLast = at + bytes.length >= to || bytes.length < want
    if (bytes.length === 0) return
    if (end === 0) {
      const needed = frameEnd(bytes, 0)
      if (needed === null || needed <= bytes.length)
        return yield* afterDamage(files, path, { from: at, to, salt })
      if (isLast) return
      want = needed
    } else want = PART_BYTES
    at += end
  }
}

/** The frames at the start of some bytes, and where they end. */
function soundFrom(bytes: Buffer, base: number, salt: number): { found: FrameInFile[]; end: number } {
  const found: FrameInFile[] = []
  let end = 0
  for (;;) {
    const frame = decodeFrame(bytes, end, salt)
    if (!frame) return { found, end }
    found.push({ offset: base + end, frame, bytes: bytes.subarray(end, end + frame.length) })
    end += frame.length
  }
}

/** Rare, and slow: reads all of the rest. */
async function* afterDamage(
  files: Files,
  path: string,
  { from, to, salt }: { readonly from: number; readonly to: number; readonly salt: number },
): AsyncGenerator<readonly FrameInFile[]> {
  const bytes = await readSpan(files, path, from, to)
  const found: FrameInFile[] = []
  for (const one of scanFrames(bytes, 0, salt))
    if (one.kind === 'frame')
      found.push({ offset: from + one.offset, frame: one.frame, bytes: bytes.subarray(one.offset, one.end) })
  yield found
}
