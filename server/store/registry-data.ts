import { z } from 'zod'
import { ANSWERS } from '../../shared/agreement/agreement.ts'
import type { BoardId, CardId, ParticipantId } from '../../shared/ids.ts'
import { ROLES } from '../../shared/protocol/messages.ts'

const id = <T extends string>() =>
  z.custom<T>((value) => typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value), 'expected an id')
const moment = z.iso.datetime()
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected the hexadecimal SHA-256 of a secret')

const board = z.strictObject({
  id: id<BoardId>(),
  title: z.string(),
  programme: z.string(),
  city: z.string().nullable(),
  createdAt: moment,
  /** The organiser who made it, or 'operator'. */
  createdBy: id(),
  /** Raised when a backup is restored; older clients must reload. */
  generation: z.int().min(1),
  archived: z.boolean(),
  /** Whether people see each other's cursors. Not in files of the first servers. */
  cursors: z.boolean().default(true),
})

const key = z.strictObject({
  id: id(),
  board: id<BoardId>(),
  role: z.enum(ROLES),
  label: z.string(),
  hash,
  createdAt: moment,
  expiresAt: moment.nullable(),
  revoked: z.boolean(),
})

const organiser = z.strictObject({
  id: id(),
  label: z.string(),
  hash,
  createdAt: moment,
  revoked: z.boolean(),
})

const participant = z.strictObject({
  id: id<ParticipantId>(),
  board: id<BoardId>(),
  name: z.string(),
  organisation: z.string(),
  colour: z.string(),
  tokenHash: hash,
  createdAt: moment,
})

/** A need posted from a phone: what the person holds to see it again is the receipt, of which `id` is the hash. */
const contribution = z.strictObject({
  id: hash,
  board: id<BoardId>(),
  card: id<CardId>(),
  participant: id<ParticipantId>().nullable(),
  at: moment,
})

/** A moment of a board that somebody named; the moment itself is in the log. */
const version = z.strictObject({
  id: id(),
  board: id<BoardId>(),
  /** The last record that belongs to it, and what vouches for that and all before it (SYNC-66). */
  seq: z.int().min(1),
  sha256: hash,
  label: z.string(),
  note: z.string(),
  at: moment,
  by: id<ParticipantId>(),
  /** Made by the server before something that changes much. */
  automatic: z.boolean(),
})

const act = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('named'),
    party: z.custom<CardId>((value) => typeof value === 'string'),
    delegate: id<ParticipantId>().nullable(),
    by: id<ParticipantId>(),
    at: moment,
  }),
  z.strictObject({
    what: z.literal('said'),
    party: z.custom<CardId>((value) => typeof value === 'string'),
    answer: z.enum(ANSWERS),
    reason: z.string(),
    by: id<ParticipantId>(),
    at: moment,
  }),
])

/** A version on which the partners are asked (`shared/agreement`); it has the id of the version that names its moment. */
const agreement = z.strictObject({
  id: id(),
  board: id<BoardId>(),
  seq: z.int().min(1),
  label: z.string(),
  note: z.string(),
  at: moment,
  by: id<ParticipantId>(),
  /** What the vault keeps of it: the canonical plan, whose name is its fingerprint, and the board. */
  planSha256: hash,
  boardSha256: hash,
  /** Financed in all, in cents. */
  cents: z.int(),
  parties: z.array(
    z.strictObject({ card: z.custom<CardId>((value) => typeof value === 'string'), name: z.string() }),
  ),
  acts: z.array(act),
  /** How much of it the log of the board has (`server/sitting/agreement-record.ts`). */
  recorded: z.int().min(0).default(0),
  end: z
    .strictObject({
      outcome: z.enum(['agreed', 'withdrawn']),
      at: moment,
      by: id<ParticipantId>().nullable(),
    })
    .nullable(),
})

/**
 * What is kept beside the boards' contents: who may open what, and under which name. Secrets are here only as the
 * hexadecimal SHA-256 of their text; moments are ISO 8601 in UTC. A field more or less is a new `version`: a file with
 * fields that this version does not know is refused, because rewriting it would lose them.
 */
const registryData = z.strictObject({
  version: z.literal(1),
  boards: z.record(z.string(), board),
  keys: z.record(z.string(), key),
  organisers: z.record(z.string(), organiser),
  participants: z.record(z.string(), participant),
  contributions: z.record(z.string(), contribution),
  /** Not in files of the first servers. */
  versions: z.record(z.string(), version).default({}),
  /** Who said of which cards that it is theirs too, by board. Not in files of the first servers. */
  reactions: z.record(z.string(), z.record(z.string(), z.array(id<ParticipantId>()))).default({}),
  /** Versions that were proposed to the partners. Not in files of the first servers. */
  agreements: z.record(z.string(), agreement).default({}),
  /** Boards that nobody can open any more and whose bytes must still go. Not in files of the first servers. */
  erasing: z.array(id<BoardId>()).default([]),
})

export type RegistryData = Readonly<z.infer<typeof registryData>>
export type BoardEntry = Readonly<z.infer<typeof board>>
export type KeyEntry = Readonly<z.infer<typeof key>>
export type OrganiserEntry = Readonly<z.infer<typeof organiser>>
export type ParticipantEntry = Readonly<z.infer<typeof participant>>
export type ContributionEntry = Readonly<z.infer<typeof contribution>>
export type VersionEntry = Readonly<z.infer<typeof version>>
export type AgreementEntry = Readonly<z.infer<typeof agreement>>

export const emptyRegistry: RegistryData = {
  version: 1,
  boards: {},
  keys: {},
  organisers: {},
  participants: {},
  contributions: {},
  versions: {},
  reactions: {},
  agreements: {},
  erasing: [],
}

/** The registry that a parsed JSON file means. Throws where its shape is wrong, with the place in the file. */
export function parseRegistry(read: unknown): RegistryData {
  const parsed = registryData.safeParse(read)
  if (parsed.success) return parsed.data
  throw new Error(`it has the wrong shape: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
}
