import { presenceFrame, updatePacket, type PresenceEntry } from './frames.ts'
import { Joined } from './joined.ts'
import { Packet } from './packet.ts'
import type { Presence } from './presence.ts'
import type { Reader } from './reader.ts'
import type { Session } from './session.ts'
import { COST, type Turns } from './turns.ts'

/** An edit that is on disk and was told nobody yet. */
interface News {
  readonly update: Uint8Array
  readonly author: Session | null
}

/** Presence goes out this often, and a little earlier when there is something to send anyway. */
const PRESENCE_MS = 50
const EARLY_MS = 10

/**
 * What the people at one board are told, in one write a connection: the edits of all that became durable together, joined
 * and framed once; who is where; and what of their own is on disk.
 */
export class FanOut {
  #news: News[] = []
  #isAsked = false
  #presenceTimer: NodeJS.Timeout | null = null
  #presenceMs = -Infinity
  #isStopped = false

  constructor(
    private readonly sessions: ReadonlySet<Session>,
    private readonly presence: Presence,
    private readonly turns: Turns,
    /** Whether people here may see each other's cursors. */
    private readonly showsCursors: () => boolean,
    /** Notes of a slow reader what it has, so that it can be told the rest later. */
    private readonly lags: (reader: Reader) => void,
    /** Counts presence that a slow reader is not told. */
    private readonly dropped: () => void,
  ) {}

  /** An edit is on disk: it may be told. */
  revealed(update: Uint8Array, author: Session | null): void {
    this.#news.push({ update, author })
    this.#soon()
  }

  /** Write frames of a connection are on disk: it is to be told. */
  acknowledge(session: Session, frames: number, seq: number): void {
    session.durable = { frames, seq }
    this.#soon()
  }

  presenceChanged(): void {
    if (this.#presenceTimer || this.#isStopped) return
    const waitMs = Math.max(0, this.#presenceMs + PRESENCE_MS - performance.now())
    this.#presenceTimer = setTimeout(() => this.#flush(true), waitMs)
  }

  stop(): void {
    this.#isStopped = true
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
    this.#presenceTimer = null
  }

  /** After everything that became durable in this turn of the loop. */
  #soon(): void {
    if (this.#isAsked || this.#isStopped) return
    this.#isAsked = true
    setImmediate(() => {
      this.#isAsked = false
      this.#flush(performance.now() >= this.#presenceMs + PRESENCE_MS - EARLY_MS)
    })
  }

  #flush(withPresence: boolean): void {
    if (this.#isStopped) return
    const news = this.#news
    this.#news = []
    const edits = new Joined(news.map(({ update }) => update)).updates().map(updatePacket)
    const presence = withPresence ? this.#takePresence() : null
    const author = soleAuthor(news)
    let writes = 0
    for (const session of this.sessions) {
      const packets: Packet[] = []
      if (news.length > 0 && session !== author && this.#hears(session)) packets.push(...edits)
      const present = session.live && presence ? presence(session) : null
      if (present && session.reader.isQuick) packets.push(present)
      else if (present) this.dropped()
      const acknowledgement = session.takeAcknowledgement()
      if (acknowledgement) packets.push(acknowledgement)
      if (packets.length === 0) continue
      session.send(...packets)
      writes++
    }
    this.turns.spent(writes * COST.writeMs)
  }

  /** Whether somebody is told where the others point, or only who they are. */
  seesPlaces(session: Session): boolean {
    return session.wantsCursors && this.showsCursors()
  }

  /** Who falls behind is told this, and then nothing more until they have read it. */
  #hears({ live, reader }: Session): boolean {
    if (!live || reader.lag) return false
    if (reader.isBehind) this.lags(reader)
    return true
  }

  /** What changed of who is here and where, framed once for all who are told the same; null when nothing did. */
  #takePresence(): ((session: Session) => Packet | null) | null {
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
    this.#presenceTimer = null
    const nowMs = performance.now()
    const { places, people } = this.presence.takeChanged(nowMs)
    if (places.length === 0) return null
    this.#presenceMs = nowMs
    const packets = { places: presencePacket(places), people: presencePacket(people) }
    return (session) => (this.seesPlaces(session) ? packets.places : packets.people)
  }
}

const presencePacket = (entries: readonly PresenceEntry[]): Packet | null =>
  entries.length > 0 ? new Packet(presenceFrame(entries)) : null

/** Everybody wrote who wrote, or only one, who need not hear what they said themselves. */
function soleAuthor(news: readonly News[]): Session | null {
  const author = news[0]?.author ?? null
  return news.every((one) => one.author === author) ? author : null
}
