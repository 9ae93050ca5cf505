import { z } from 'zod'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { ROLES } from '../../shared/protocol/messages.ts'

const moment = z.iso.datetime()
const by = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('key'),
    id: z.string(),
    participant: z.custom<ParticipantId>((value) => typeof value === 'string').nullable(),
  }),
  z.strictObject({ kind: z.literal('organiser'), id: z.string() }),
])
const facts = { role: z.enum(ROLES).optional(), expiresAt: moment.nullable().optional() }

/** One thing that happened to a key of a board. No addresses, no secrets, and of labels only that they changed. */
export const auditEvent = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('made'), at: moment, key: z.string(), by, ...facts }),
  z.strictObject({
    what: z.literal('changed'),
    at: moment,
    key: z.string(),
    by,
    ...facts,
    renamed: z.literal(true).optional(),
  }),
  z.strictObject({ what: z.literal('revoked'), at: moment, key: z.string(), by }),
  /** `participant` null: with the key alone. */
  z.strictObject({
    what: z.literal('used'),
    at: moment,
    key: z.string(),
    participant: z.custom<ParticipantId>((value) => typeof value === 'string').nullable(),
  }),
])
export type AuditEvent = Readonly<z.infer<typeof auditEvent>>
export type By = Readonly<z.infer<typeof by>>

/** What is known of the use of one key. */
export interface KeyUse {
  /** ISO 8601. */
  readonly firstAt: string
  readonly lastAt: string
  /** Who came with it last; null for somebody without a name. */
  readonly lastBy: ParticipantId | null
  readonly participants: ReadonlySet<ParticipantId>
}

/** What was done with the keys of the boards, kept for as long as the board. */
export interface Audit {
  /** Notes what was done to a key; resolves when it is durable, or when it is told in the log that it is not yet. */
  note(board: BoardId, event: AuditEvent): Promise<void>
  /** Somebody came with a key. Costs a line on disk when they had not come before with it, and once an hour. */
  used(board: BoardId, key: string, participant: ParticipantId | null): void
  /** Everything that was noted, oldest first. */
  events(board: BoardId): Promise<readonly AuditEvent[]>
  /** How each key was used. */
  uses(board: BoardId): Promise<ReadonlyMap<string, KeyUse>>
  erase(board: BoardId): Promise<void>
  close(): Promise<void>
}

/** What the uses are after one more. */
export function noteUse(
  uses: Map<string, KeyUse>,
  key: string,
  participant: ParticipantId | null,
  at: string,
): void {
  const before = uses.get(key)
  const participants = new Set(before?.participants)
  if (participant !== null) participants.add(participant)
  uses.set(key, { firstAt: before?.firstAt ?? at, lastAt: at, lastBy: participant, participants })
}
