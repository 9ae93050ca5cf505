import type { FieldsOf, Kind } from '../../../shared/board/card.ts'

/** A card that a chooser can make, with what is known of it. */
export interface Offer {
  readonly kind: Kind
  readonly title: string
  /** Missing: whatever the title says. */
  readonly fields?: FieldsOf<Kind>
  /** Where it comes from, in a word. */
  readonly note?: string
}
