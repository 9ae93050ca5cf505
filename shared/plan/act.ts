import type { LinkKind } from '../board/link.ts'
import type { CardId, LinkId } from '../ids.ts'

/**
 * The one thing that would mend a finding, as data: every view can offer it, none has to understand the rule. What
 * needs words of a person says where they go; what needs none can be done at once.
 */
export type Act =
  /** A field of a card waits for a value. */
  | { readonly kind: 'fill'; readonly card: CardId; readonly field: FillableField }
  /** A field of a link waits for a value; `card` is the end at which people see it. */
  | {
      readonly kind: 'fillLink'
      readonly card: CardId
      readonly link: LinkId
      readonly field: 'axis' | 'specificObjective' | 'role' | 'years'
    }
  /** The card waits for a link whose other end is for people to choose. */
  | {
      readonly kind: 'search'
      readonly card: CardId
      readonly link: LinkKind
      readonly end: 'from' | 'to' | 'either'
    }
  /** These two wait to be linked. */
  | { readonly kind: 'link'; readonly link: LinkKind; readonly from: CardId; readonly to: CardId }
  | { readonly kind: 'addIndicator'; readonly action: CardId }
  | { readonly kind: 'confirmCommitment'; readonly link: LinkId }

export const FILLABLE_FIELDS = [
  'title',
  'body',
  'source',
  'nature',
  'designLevel',
  'start',
  'end',
  'costCents',
  'ceilingCents',
  'places',
  'targetGroups',
  'operationCode',
  'sameOperationAs',
  'cup',
  'classifications',
  'indicators',
  'axis',
  'fund',
  'euRate',
  'partnerType',
  'taxCode',
  'declared',
  'arrangementDesign',
  'arrangementRecipients',
  'arrangementTiming',
] as const
export type FillableField = (typeof FILLABLE_FIELDS)[number]

export const fill = (card: CardId, field: FillableField): Act => ({ kind: 'fill', card, field })

/** The first part that is asked for, if any: a button goes to one place. */
export const fillFirst = (card: CardId, fields: readonly FillableField[]): Act | undefined => {
  const [first] = fields
  return first === undefined ? undefined : fill(card, first)
}

export const search = (card: CardId, link: LinkKind, end: 'from' | 'to' | 'either'): Act => ({
  kind: 'search',
  card,
  link,
  end,
})
