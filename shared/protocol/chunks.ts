import { encodeMessage } from './messages.ts'

/** A frame larger than this is sent in chunks; a socket takes 1 MiB at most, with what stands around the bytes. */
const CHUNK_BYTES = 512 * 1024
export const CHUNKED_OVER = 900 * 1024

/** What the server takes as one upload. */
export const UPLOAD = { chunks: 32, bytes: 32 * CHUNK_BYTES } as const

/** The messages that carry one frame in pieces, in order; null when it is more than the server takes. */
export function chunksOf(frame: Uint8Array, upload: number): Uint8Array[] | null {
  if (frame.byteLength > UPLOAD.bytes) return null
  const total = Math.ceil(frame.byteLength / CHUNK_BYTES)
  return Array.from({ length: total }, (_, index) =>
    encodeMessage({
      type: 'chunk',
      upload,
      index,
      total,
      bytes: frame.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    }),
  )
}
