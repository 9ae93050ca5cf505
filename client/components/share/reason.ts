import { ApiError } from '../../api.ts'
import { m } from '../../paraglide/messages.js'

/** Why something asked of the server did not happen, for the end of a sentence. */
export const reasonOf = (error: unknown): string =>
  error instanceof ApiError && error.status !== 0 ? error.message : m.share_offline()
