import type { Board } from '../../../shared/board/board.ts'
import { unionOfTags } from '../../../shared/plan/tags.ts'
import type { Programme } from '../../../shared/programme/programme.ts'

/** Words to offer for target groups and places: those in use on the board, then those of the programme. */
export interface Vocabularies {
  readonly targetGroups: readonly string[]
  readonly places: readonly string[]
}

export function vocabulariesOf(board: Pick<Board, 'cards'>, programme: Programme): Vocabularies {
  const used = (field: 'targetGroups' | 'places'): (readonly string[])[] =>
    [...board.cards.values()].map((card) => (field in card ? ((card as Tagged)[field] ?? []) : []))
  return {
    targetGroups: unionOfTags([...used('targetGroups'), programme.suggestions.targetGroups]),
    places: unionOfTags(used('places')),
  }
}

interface Tagged {
  readonly targetGroups?: readonly string[]
  readonly places?: readonly string[]
}
