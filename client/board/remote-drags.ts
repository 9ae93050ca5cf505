import type { Point } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardView } from './board-view.svelte.ts'
import type { Person } from './presence.svelte.ts'

interface Glide {
  readonly client: number
  /** Where its card rested when that was last looked at. */
  from: Point
  at: Point
  target: Point
  /** When its person let go; the card stays where it is shown until the drop arrives, or for HOLD_MS. */
  endedAt: number | null
}

/** Share of the way left that a card goes in one frame: presence comes 20 times a second, frames 60. */
const EASE = 0.35
/** The server reveals a drop only when it is on disk, so the end of a drag is known first. */
const HOLD_MS = 800

/** Shows what other people drag, gliding between the places that presence tells. */
export class RemoteDrags {
  readonly #glides = new Map<CardId, Glide>()
  /** Cards whose drop has arrived while presence still tells of the drag: they must not be moved twice. */
  readonly #landed = new Map<number, Set<CardId>>()

  constructor(private readonly board: BoardView) {}

  /** The cards that other people move now. */
  get ids(): Iterable<CardId> {
    return this.#glides.keys()
  }

  get size(): number {
    return this.#glides.size
  }

  /** Takes in what presence tells. */
  follow(people: Iterable<Person>, now: number): void {
    const dragged = new Set<CardId>()
    const dragging = new Set<number>()
    for (const { client, drag } of people) {
      if (!drag) continue
      dragging.add(client)
      for (const id of drag.ids) {
        if (this.#landed.get(client)?.has(id)) continue
        dragged.add(id)
        const glide = this.#glides.get(id)
        if (glide?.client === client) Object.assign(glide, { target: drag.by, endedAt: null })
        else {
          const from = this.board.card(id)?.at ?? [0, 0]
          this.#glides.set(id, { client, from, at: [0, 0], target: drag.by, endedAt: null })
        }
      }
    }
    for (const client of this.#landed.keys()) if (!dragging.has(client)) this.#landed.delete(client)
    for (const [id, glide] of this.#glides) if (!dragged.has(id)) glide.endedAt ??= now
  }

  /**
   * Cards whose record changed. What came to rest where it was carried has landed; what somebody else moved meanwhile (or
   * only wrote in) stays in the hand that carries it.
   */
  land(ids: Iterable<CardId>): void {
    for (const id of ids) {
      const glide = this.#glides.get(id)
      const rests = this.board.card(id)?.at
      if (!glide) continue
      if (rests && !hasLanded(glide, rests)) {
        const by: Point = [rests[0] - glide.from[0], rests[1] - glide.from[1]]
        glide.from = rests
        glide.at = [glide.at[0] - by[0], glide.at[1] - by[1]]
        glide.target = [glide.target[0] - by[0], glide.target[1] - by[1]]
        const view = this.board.cards.get(id)
        if (view?.preview) view.preview = [view.preview[0] - by[0], view.preview[1] - by[1]]
        continue
      }
      this.#end(id)
      const landed = this.#landed.get(glide.client) ?? new Set()
      this.#landed.set(glide.client, landed.add(id))
    }
  }

  /** Moves everything one frame on, but for what this person holds; returns whether anything is still on its way. */
  step(now: number, held: ReadonlySet<CardId> | undefined, isStill: boolean): boolean {
    for (const [id, glide] of this.#glides) {
      const view = this.board.cards.get(id)
      if (!view || held?.has(id)) this.#glides.delete(id)
      else if (glide.endedAt !== null && now - glide.endedAt > HOLD_MS) this.#end(id)
      else {
        const ease = isStill ? 1 : EASE
        const [x, y] = glide.at
        glide.at = [x + (glide.target[0] - x) * ease, y + (glide.target[1] - y) * ease]
        view.preview = [Math.round(glide.at[0]), Math.round(glide.at[1])]
      }
    }
    return this.#glides.size > 0
  }

  #end(id: CardId): void {
    this.#glides.delete(id)
    const view = this.board.cards.get(id)
    if (view) view.preview = null
  }
}

/**
 * Whether a card came to rest where it was carried, and not where somebody else moved it: once the hand has let go, any move;
 * before, one that ends nearer to where it was carried than to where it was, because presence lags behind a drop.
 */
function hasLanded({ from, target, endedAt }: Glide, [x, y]: Point): boolean {
  const way = Math.hypot(x - from[0], y - from[1])
  if (way === 0) return false
  return endedAt !== null || Math.hypot(x - from[0] - target[0], y - from[1] - target[1]) < way
}
