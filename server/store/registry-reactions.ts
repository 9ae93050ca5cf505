import type { BoardId, CardId, ParticipantId } from '../../shared/ids.ts'
import type { Registry } from './registry.ts'
import { entry } from './registry-entries.ts'

/** So many a board: ten thousand people who each say it twice; the registry is one file. */
export const MAX_REACTIONS = 20_000

/** Who said of which cards that it is theirs too. */
export type Reactions = Readonly<Record<CardId, readonly ParticipantId[]>>

export const reactionsOf = (registry: Registry, board: BoardId): Reactions =>
  entry(registry.data.reactions, board) ?? {}

/** Keeps that somebody said so; resolves once durable, false when the board has too many. Saying it twice is once. */
export const addReaction = (
  registry: Registry,
  board: BoardId,
  card: CardId,
  participant: ParticipantId,
): Promise<boolean> =>
  registry.change((data) => {
    if (!entry(data.boards, board)) throw new Error(`Reaction: board ${board} is not there`)
    const said = entry(data.reactions, board) ?? {}
    const people = entry(said, card) ?? []
    if (people.includes(participant)) return { data, result: true }
    const count = Object.values(said).reduce((sum, { length }) => sum + length, 0)
    if (count >= MAX_REACTIONS) return { data, result: false }
    const after = { ...said, [card]: [...people, participant] }
    return { data: { ...data, reactions: { ...data.reactions, [board]: after } }, result: true }
  })

/** Takes back what somebody said of any of some cards; resolves once durable. */
export const removeReactions = (
  registry: Registry,
  board: BoardId,
  cards: ReadonlySet<CardId>,
  participant: ParticipantId,
): Promise<void> =>
  registry.change((data) => {
    const said = entry(data.reactions, board) ?? {}
    const isTheirs = ([card, people]: [string, readonly ParticipantId[]]): boolean =>
      cards.has(card as CardId) && people.includes(participant)
    if (!Object.entries(said).some(isTheirs)) return { data, result: undefined }
    const after = Object.entries(said)
      .map((one): [string, readonly ParticipantId[]] =>
        isTheirs(one) ? [one[0], one[1].filter((who) => who !== participant)] : one,
      )
      .filter(([, people]) => people.length > 0)
    const reactions = { ...data.reactions, [board]: Object.fromEntries(after) }
    return { data: { ...data, reactions } as typeof data, result: undefined }
  })
