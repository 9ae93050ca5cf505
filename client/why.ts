import { ApiError } from './api.ts'
import { m } from './paraglide/messages.js'

/**
 * Why something asked of the server did not happen and what to do now, in whole sentences for a person: they follow the
 * sentence of what did not happen. What the server says to programs (which header, which field) is said in other words.
 */
export function whyOf(error: unknown): string {
  if (!(error instanceof ApiError)) return navigator.onLine ? m.why_page() : m.why_offline()
  switch (error.code) {
    case 'offline':
      return m.why_offline()
    case 'keyNeeded':
    case 'keyUnknown':
      return m.why_link_ended()
    case 'notAllowed':
      return m.why_not_allowed()
    case 'participantNeeded':
      return m.why_unknown_person()
    case 'wrongInput':
      return error.message || m.why_wrong_input()
    case 'notJson':
    case 'notFound':
    case 'internal':
    case 'unknown':
      return m.why_server()
    default:
      return error.message
  }
}
