import { differenceOf, type TextChange } from '../../../shared/board/commands/edit-card.ts'

/**
 * Brings together what one person typed and what others did meanwhile, both starting from `base`. Where the two touched
 * the same stretch, both keep what they wrote: nothing typed is ever lost, at worst it stands twice.
 */
export function mergedText(base: string, mine: string, theirs: string): string {
  const own = differenceOf(base, mine)
  const other = differenceOf(base, theirs)
  if (!own) return theirs
  if (!other) return mine
  const [first, second] = own.at <= other.at ? [own, other] : [other, own]
  const firstEnd = first.at + first.removed
  if (firstEnd <= second.at) {
    return (
      base.slice(0, first.at) +
      first.inserted +
      base.slice(firstEnd, second.at) +
      second.inserted +
      base.slice(second.at + second.removed)
    )
  }
  const end = Math.max(firstEnd, second.at + second.removed)
  return base.slice(0, first.at) + first.inserted + second.inserted + base.slice(end)
}

/** Where a caret at `caret` in `before` stands once the text has become `after`: with the same characters around it. */
export function movedCaret(caret: number, before: string, after: string): number {
  const change = differenceOf(before, after)
  return change ? past(caret, change) : caret
}

/** Somebody typing right at the caret pushes nothing: their words come after it. */
function past(caret: number, { at, removed, inserted }: TextChange): number {
  if (caret <= at) return caret
  if (caret >= at + removed) return caret + inserted.length - removed
  return at + inserted.length
}

/** How much room is left, once it is worth telling: the last tenth of the limit, or 20 characters. */
export function roomLeft(text: string, limit: number): number | null {
  const left = limit - text.length
  return left <= Math.max(20, limit / 10) ? left : null
}
