import { lost, type Trouble, type TroubleCode } from './trouble.ts'

/** Thrown inside of a reader where a file cannot be read on; the reader turns it into a trouble at its border. */
export class Refused extends Error {
  readonly trouble: Trouble

  constructor(code: TroubleCode, value = '') {
    const trouble = lost(code, {}, value)
    super(trouble.message)
    this.trouble = trouble
  }
}

/** What `read` gives, or the reason why the file was refused. Anything else that a hostile file makes it throw is `otherwise`. */
export function orRefused<T>(read: () => T, otherwise: Trouble): T | Trouble {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refused) return error.trouble
    // reason: bytes that are not what they say make the inflater throw whatever it likes.
    return otherwise
  }
}

export const isTrouble = (value: object): value is Trouble => 'code' in value && 'lost' in value
