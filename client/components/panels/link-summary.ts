import type { Link } from '../../../shared/board/link.ts'
import { euro } from '../../../shared/money.ts'
import { commitmentWord, roleWord, stateWord } from './words.ts'

/** What a link carries, in one line; empty when it carries nothing. */
export function linkSummary(link: Link): string {
  switch (link.kind) {
    case 'answers':
      return ''
    case 'programmedUnder':
      return link.specificObjective ?? ''
    case 'finances':
      return link.cents === undefined ? '' : euro(link.cents)
    case 'enables':
    case 'complements':
      return link.reason ?? ''
    case 'relates':
      return link.label ?? ''
    case 'commits':
      return [
        link.role && roleWord(link.role),
        link.commitment && commitmentWord(link.commitment),
        link.value,
        link.cents === undefined ? '' : euro(link.cents),
        link.state && stateWord(link.state),
      ]
        .filter(Boolean)
        .join(' · ')
  }
}
