import Clock from '@lucide/svelte/icons/clock'
import Euro from '@lucide/svelte/icons/euro'
import Frame from '@lucide/svelte/icons/frame'
import Hammer from '@lucide/svelte/icons/hammer'
import HandHeart from '@lucide/svelte/icons/hand-heart'
import Layers from '@lucide/svelte/icons/layers'
import MessageCircle from '@lucide/svelte/icons/message-circle'
import MonitorSmartphone from '@lucide/svelte/icons/monitor-smartphone'
import SquareDashed from '@lucide/svelte/icons/square-dashed'
import StickyNote from '@lucide/svelte/icons/sticky-note'
import Users from '@lucide/svelte/icons/users'
import type { Component } from 'svelte'
import type { Kind, Nature } from '../../shared/board/card.ts'
import type { LinkKind } from '../../shared/board/link.ts'
import { m } from '../paraglide/messages.js'

type Sign = Component<{ size?: number; id?: string; 'aria-hidden'?: boolean }>

const SIGNS: Readonly<Record<Kind, Sign>> = {
  need: MessageCircle,
  action: Hammer,
  axis: Layers,
  fund: Euro,
  partner: Users,
  context: Clock,
  note: StickyNote,
  intervention: Frame,
  zone: SquareDashed,
} as never

const ACTION_SIGNS: Readonly<Record<Nature, Sign>> = {
  material: Hammer,
  immaterial: HandHeart,
  digital: MonitorSmartphone,
} as never

/** The drawing that says what a card is; an action's depends on its nature. */
export const signOf = (card: { readonly kind: Kind; readonly nature?: Nature }): Sign =>
  card.kind === 'action' && card.nature ? ACTION_SIGNS[card.nature] : SIGNS[card.kind]

/** Name of the CSS variable of a kind's ink: `var(${inkOf(kind)})`; its ground is the same name with `-tint`. */
export const inkOf = (kind: Kind): string =>
  kind === 'intervention' || kind === 'zone' ? '--frame' : `--${kind}`

const LABELS: Readonly<Record<Kind, () => string>> = {
  need: m.kind_need,
  action: m.kind_action,
  axis: m.kind_axis,
  fund: m.kind_fund,
  partner: m.kind_partner,
  context: m.kind_context,
  note: m.kind_note,
  intervention: m.kind_intervention,
  zone: m.kind_zone,
}

export const kindLabel = (kind: Kind): string => LABELS[kind]()

const LINK_WORDS: Readonly<Record<LinkKind, () => string>> = {
  answers: m.link_answers,
  programmedUnder: m.link_programmedUnder,
  finances: m.link_finances,
  enables: m.link_enables,
  commits: m.link_commits,
  complements: m.link_complements,
  relates: m.link_relates,
}

/** What a link says from its first end to its second: "Servizi… *risponde a* Bisogno…". */
export const linkWord = (kind: LinkKind): string => LINK_WORDS[kind]()

/** The order of the palette and of reading: from the need to the money. */
export const MAIN_KINDS = ['need', 'action', 'axis', 'fund'] as const
export const OTHER_KINDS = ['partner', 'intervention', 'context', 'note', 'zone'] as const
