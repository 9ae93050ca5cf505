import { randomBytes } from 'node:crypto'

/** Kinds of WebSocket frames (RFC 6455 §5.2). */
export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

const MASK = randomBytes(4)

/** A whole frame as a client sends it: masked, final. */
export function clientFrame(payload: Uint8Array, opcode: number): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127)
  if (head === 4) frame.writeUInt16BE(length, 2)
  else if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  MASK.copy(frame, head)
  for (let n = 0; n < length; n++) frame[head + 4 + n] = (payload[n] ?? 0) ^ (MASK[n & 3] ?? 0)
  return frame
}

/** The head of a frame that a server sent, which is not masked; null while it is not whole. */
export function readHead(
  bytes: Buffer,
  at: number,
  end: number,
): { readonly opcode: number; readonly from: number; readonly length: number } | null {
  if (end - at < 2) return null
  const opcode = (bytes[at] ?? 0) & 15
  const short = (bytes[at + 1] ?? 0) & 127
  if (short < 126) return { opcode, from: at + 2, length: short }
  const from = at + (short === 126 ? 4 : 10)
  if (end < from) return null
  return {
    opcode,
    from,
    length: short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2)),
  }
}
