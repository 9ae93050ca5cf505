import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { headersOfEveryAnswer } from './security.ts'

/** Answers and ends a connection on which no request can be served: a refused upgrade, bytes that are no HTTP. */
export function answerRaw(stream: Duplex, status: number, isSecure: boolean): void {
  stream.on('error', () => undefined)
  const headers = { ...headersOfEveryAnswer(undefined, isSecure), connection: 'close', 'content-length': '0' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`, () =>
    stream.destroy(),
  )
}

/** The status for what Node could not read as a request; null where nobody is left to be answered. */
export function statusOf(error: Error, stream: Duplex): number | null {
  const code = 'code' in error ? error.code : null
  if (code === 'ECONNRESET' || !stream.writable) return null
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
