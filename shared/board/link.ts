import type { CardId, LinkId } from '../ids.ts'
import type { Card, Kind } from './card.ts'
import { byYear, cents, oneOf, readFields, text, type Fields } from './fields.ts'
import { LINK, isRecord, type YRecord } from './schema.ts'

export const LINK_KINDS = [
  'answers',
  'programmedUnder',
  'finances',
  'enables',
  'commits',
  'complements',
  'relates',
] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export const ROLES_OF_PARTNER = ['insideLead', 'outsideLead', 'partner'] as const
export const COMMITMENT_STATES = ['proposed', 'confirmed'] as const

/** What each kind of link carries beside its ends. */
export const LINK_FIELDS = {
  answers: {},
  programmedUnder: { specificObjective: text },
  /** `axis` is the id of an axis card; missing while the action stands under several: the amount is "non ripartito". */
  finances: { cents, years: byYear, axis: text },
  enables: { reason: text },
  commits: {
    role: oneOf(...ROLES_OF_PARTNER),
    commitment: oneOf('space', 'hours', 'volunteers', 'coFunding', 'equipment', 'other'),
    value: text,
    cents,
    state: oneOf(...COMMITMENT_STATES),
  },
  complements: { reason: text },
  relates: { label: text },
} as const

export type LinkFieldsOf<K extends LinkKind> = Fields<(typeof LINK_FIELDS)[K]>

interface LinkBase {
  readonly id: LinkId
  readonly from: CardId
  readonly to: CardId
}

export type Link = { [K in LinkKind]: LinkBase & { readonly kind: K } & LinkFieldsOf<K> }[LinkKind]
export type LinkOf<K extends LinkKind> = Extract<Link, { kind: K }>

/** Which kinds each link joins, in its direction. `relates` joins anything. */
export const ENDS: {
  readonly [K in LinkKind]: { readonly from: readonly Kind[]; readonly to: readonly Kind[] } | null
} = {
  answers: { from: ['action'], to: ['need'] },
  programmedUnder: { from: ['action'], to: ['axis'] },
  finances: { from: ['fund'], to: ['action'] },
  enables: { from: ['action'], to: ['action'] },
  commits: { from: ['partner'], to: ['action'] },
  complements: { from: ['action'], to: ['action', 'context'] },
  relates: null,
}

export function fits(kind: LinkKind, from: Kind, to: Kind): boolean {
  const ends = ENDS[kind]
  return ends === null || (ends.from.includes(from) && ends.to.includes(to))
}

/** A way to join two cards: which kind of link, and whether it runs from the second card to the first. */
export interface Joint {
  readonly kind: LinkKind
  readonly reversed: boolean
}

/** Every way to join two cards, the most telling first; `relates` always comes last. People need not know directions. */
export function jointsBetween(first: Pick<Card, 'kind'>, second: Pick<Card, 'kind'>): readonly Joint[] {
  const joints: Joint[] = []
  for (const kind of LINK_KINDS) {
    if (fits(kind, first.kind, second.kind)) joints.push({ kind, reversed: false })
    else if (fits(kind, second.kind, first.kind)) joints.push({ kind, reversed: true })
  }
  return joints
}

export const isLinkKind = (value: unknown): value is LinkKind =>
  (LINK_KINDS as readonly unknown[]).includes(value)

/** Reads one record of `links`, or null when this version cannot show it. */
export function readLink(id: string, record: YRecord): Link | null {
  return isRecord(record) ? linkFrom(id, (key) => record.get(key)) : null
}

/** The same from whatever holds a link's keys. */
export function linkFrom(id: string, get: (key: string) => unknown): Link | null {
  const [kind, from, to] = [get(LINK.kind), get(LINK.from), get(LINK.to)]
  if (!isLinkKind(kind) || typeof from !== 'string' || typeof to !== 'string') return null
  return {
    ...readFields(LINK_FIELDS[kind], get),
    id: id as LinkId,
    kind,
    from: from as CardId,
    to: to as CardId,
  } as Link
}
