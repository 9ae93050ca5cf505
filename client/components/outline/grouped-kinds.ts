import type { Kind } from '../../../shared/board/card.ts'
import { m } from '../../paraglide/messages.js'

/** The kinds that have a group of their own under the interventions and actions, in the order of the outline. */
export const GROUPED: readonly {
  readonly kind: Kind
  readonly title: () => string
  readonly add: () => string
}[] = [
  { kind: 'need', title: m.outline_needs, add: m.outline_add_need },
  { kind: 'axis', title: m.outline_axes, add: m.outline_add_axis },
  { kind: 'fund', title: m.outline_funds, add: m.outline_add_fund },
  { kind: 'partner', title: m.outline_partners, add: m.outline_add_partner },
  { kind: 'context', title: m.outline_contexts, add: m.outline_add_context },
  { kind: 'note', title: m.outline_notes, add: m.outline_add_note },
  { kind: 'zone', title: m.outline_zones, add: m.outline_add_zone },
]

/** Groups that invite to write even while they are empty. */
export const INVITING: readonly Kind[] = ['need', 'axis', 'fund']

/** What can be added, from the need to the money; the others after. */
export const addedKinds = (): { kind: Kind; label: string }[] => [
  { kind: 'need', label: m.outline_add_need() },
  { kind: 'action', label: m.outline_add_action() },
  ...GROUPED.slice(1, 4).map(({ kind, add }) => ({ kind, label: add() })),
  { kind: 'intervention', label: m.outline_add_intervention() },
  ...GROUPED.slice(4).map(({ kind, add }) => ({ kind, label: add() })),
]
