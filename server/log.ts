import { destination, pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/**
 * Structured log, one JSON object a line, on the error output: what a person is told at the start goes to the normal
 * one. What must never be in it: keys, tokens, texts of cards, addresses of people.
 */
export const createLog = (
  level: LogLevel,
  into: DestinationStream = destination({ dest: 2, sync: true }),
): Logger => pino({ level, base: null, serializers: { err: errorLine } }, into)

/** Name, message and stack of an error; fields that libraries hang on it (headers, bodies) stay out. */
function errorLine(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  return { type: error.name, message: error.message, stack: error.stack }
}
