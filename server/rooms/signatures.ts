import type { Message } from '../../shared/protocol/messages.ts'
import type { Change } from './live-board.ts'
import type { RoomTools } from './room-tools.ts'
import { Tick } from './tick.ts'

const EVERY_MS = 1000

/** Tells a board who made which card and which comment: once a second at the most, all that came until then together. */
export class Signatures {
  #fresh: Change['fresh'][number][] = []
  #said: Change['said'][number][] = []
  readonly #tick = new Tick(EVERY_MS, () => this.#tell())

  constructor(
    private readonly words: Pick<RoomTools, 'tellAuthors' | 'tellSpeakers'>,
    private readonly tellAll: (message: Message) => void,
  ) {}

  /** These are to be told soon. */
  add(fresh: Change['fresh'], said: Change['said']): void {
    if (fresh.length + said.length === 0) return
    this.#fresh.push(...fresh)
    this.#said.push(...said)
    this.#tick.ask()
  }

  stop(): void {
    this.#tick.stop()
  }

  #tell(): void {
    const [fresh, said] = [this.#fresh, this.#said]
    this.#fresh = []
    this.#said = []
    if (fresh.length > 0)
      this.tellAll({ type: 'event', name: 'authors', detail: this.words.tellAuthors(fresh) })
    if (said.length > 0)
      this.tellAll({ type: 'event', name: 'comments', detail: this.words.tellSpeakers(said) })
  }
}
