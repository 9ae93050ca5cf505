import type { Who } from '../../history/events.ts'
import { m } from '../../paraglide/messages.js'

/** Whose act it was: a name, an organisation, "qualcuno" without either, or the table itself. */
export const whoWords = (who: Who | null): string =>
  who === null ? m.story_table() : who.name || who.organisation || m.story_somebody()

/** The same for a list of people: the organisation beside the name. */
export const whoInList = (who: Who): string =>
  [who.name, who.organisation].filter(Boolean).join(' · ') || m.story_somebody()
