import type { Board } from './board.ts'
import { brokenCycles } from './cycles.ts'
import { fits } from './link.ts'

/** What is true of every board that `boardOf` returns; the broken ones in words, so that a failing test explains itself. */
export function brokenInvariants(board: Board): string[] {
  const broken: string[] = []
  for (const link of board.links.values()) {
    const from = board.cards.get(link.from)
    const to = board.cards.get(link.to)
    if (!from || !to) broken.push(`link ${link.id} hangs in the air`)
    else if (from === to) broken.push(`link ${link.id} joins a card to itself`)
    else if (!fits(link.kind, from.kind, to.kind))
      broken.push(`link ${link.id}: ${link.kind} cannot join ${from.kind} to ${to.kind}`)
  }
  for (const id of brokenCycles([...board.links.values()]))
    broken.push(`link ${id} closes a circle of enables`)
  for (const card of board.cards.values()) {
    if (card.deleted) broken.push(`card ${card.id} is in the trash and on the table`)
    if (
      card.kind === 'action' &&
      card.intervention !== undefined &&
      board.cards.get(card.intervention as never)?.kind !== 'intervention'
    )
      broken.push(`action ${card.id} is in a frame that is not there`)
    if (
      card.kind === 'need' &&
      card.mergedInto !== undefined &&
      board.cards.get(card.mergedInto as never)?.kind !== 'need'
    )
      broken.push(`need ${card.id} is merged into nothing`)
  }
  return broken
}
