import { CLOSE } from '../../../shared/protocol/close-codes.ts'
import { m } from '../../paraglide/messages.js'
import type { SetAside } from '../../session/kept-aside.ts'

/** Titles named in one sentence: enough to know one's own work again. */
const NAMED = 5

/** What happened to work that the server did not take, in whole sentences: why, and what is in the file. */
export function setAsideWords(aside: SetAside): string {
  return [why(aside), aside.file === null ? m.aside_nothing() : m.aside_file({ what: what(aside) })].join(' ')
}

function why({ code, why }: SetAside): string {
  if (code === CLOSE.generationChanged) return m.aside_generation()
  if (code === CLOSE.clientIdTaken) return m.aside_elsewhere()
  switch (why ?? '') {
    case 'role':
      return m.aside_role()
    case 'archived':
      return m.aside_archived()
    case 'boardFull':
      return m.aside_full()
    case 'tooLarge':
      return m.aside_large()
  }
  if (code === CLOSE.tooLarge || code === 1009) return m.aside_large()
  return code === CLOSE.forbidden ? m.aside_role() : m.aside_refused()
}

function what({ titles, cards, links }: SetAside): string {
  const named = titles.slice(0, NAMED).map((title) => m.aside_title({ title }))
  const rest = cards - named.length
  return [
    ...named,
    ...(rest > 0
      ? [named.length > 0 ? m.aside_more_cards({ count: rest }) : m.aside_cards({ count: rest })]
      : []),
    ...(links > 0 ? [m.aside_links({ count: links })] : []),
  ].join(', ')
}
