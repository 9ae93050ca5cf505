import * as encoding from 'lib0/encoding'
import { PLAIN } from './open-house.ts'
import type { Dialect } from './target.ts'

const AUTH = 2
const TOKEN = 0

/** Hocuspocus puts the name of the document before every frame, and listens only after a token, whatever it says. */
export function hocuspocusDialect(board: string): Dialect {
  const prefix = bytesOf((encoder) => encoding.writeVarString(encoder, board))
  const token = bytesOf((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, TOKEN)
    encoding.writeVarString(encoder, 'anybody')
  })
  return { ...PLAIN, prefix, greeting: [token] }
}

function bytesOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
