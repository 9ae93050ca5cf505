import type { Who } from '../../history/events.ts'
import { personName } from '../../board/person-name.ts'
import { m } from '../../paraglide/messages.js'

/** Whose act it was: a person, or the table itself. */
export const whoWords = (who: Who | null): string => (who === null ? m.story_table() : personName(who))

/** The same for a list of people: the organisation beside the name. */
export const whoInList = (who: Who): string =>
  [who.name, who.organisation].filter(Boolean).join(' · ') || personName(who)
