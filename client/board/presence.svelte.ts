import { SvelteMap } from 'svelte/reactivity'
import type { Awareness } from 'y-protocols/awareness'
import type { Point } from '../../shared/board/card.ts'
import type { CardId } from '../../shared/ids.ts'
import { readLook, type Look } from '../find/looking.ts'
import type { Anchor, TextField } from './text-link.ts'

/** What others see of a person. Nothing of it is stored. */
export interface PersonState extends PersonPlace {
  readonly name: string
  readonly organisation: string
  readonly colour: string
  readonly participant: string | null
}

/** What a person's own browser says of them; who they are the server says. */
interface PersonPlace {
  readonly cursor: Point | null
  readonly selection: readonly CardId[]
  readonly editing: CardId | null
  /** Where they write in the card that they edit. */
  readonly caret: Caret | null
  /** Cards being dragged and by how much, so that others see them move before they are dropped. */
  readonly drag: { readonly ids: readonly CardId[]; readonly by: Point } | null
  /** What they see of the board, while somebody follows them. */
  readonly look: Look | null
  /** Whom they follow, by client. */
  readonly follows: number | null
  /** A call to everybody to look where they look; each call has a name of its own. */
  readonly gathers: { readonly call: string; readonly look: Look } | null
}

/** A caret, or a stretch of text that is marked, in a text of a card. */
export interface Caret {
  readonly field: TextField
  readonly from: Anchor
  readonly to: Anchor
}

export type Person = PersonState & {
  readonly client: number
  /** As the server signs it; empty when it says nothing. */
  readonly role: string
}

const CURSOR_MS = 50

/** The other people at the board, and what we tell them of ourselves. Cursors go out at most 20 times a second. */
export class Presence {
  readonly others = new SvelteMap<number, Person>()
  /** The person whose view we keep, by client. */
  following = $state.raw<number | null>(null)
  #mine: PersonState
  #cursors = $state.raw(true)
  #told = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stop: () => void

  constructor(
    private readonly awareness: Awareness,
    me: Pick<PersonState, 'name' | 'organisation' | 'colour' | 'participant'>,
  ) {
    this.#mine = { ...me, cursor: null, selection: [], editing: null, caret: null, drag: null, ...NOWHERE }
    this.#say()
    const onChange = ({
      added,
      updated,
      removed,
    }: Record<'added' | 'updated' | 'removed', number[]>): void => {
      for (const client of [...added, ...updated]) {
        const person =
          client === awareness.clientID ? null : readPerson(client, awareness.getStates().get(client))
        if (person) this.others.set(client, person)
      }
      for (const client of removed) this.others.delete(client)
    }
    awareness.on('change', onChange)
    this.#stop = () => awareness.off('change', onChange)
  }

  /** Tells a part of our state; what is quick (cursor, drag) is sent together at the next tick. */
  tell(part: Partial<PersonState>): void {
    this.#mine = { ...this.#mine, ...part }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#say()
    }, CURSOR_MS)
  }

  /** Whether people at this board see each other's cursors. Where they do not, ours is not told either. */
  get cursors(): boolean {
    return this.#cursors
  }

  set cursors(shown: boolean) {
    this.#cursors = shown
    this.#say()
  }

  /** Our own client, as others name it. */
  get client(): number {
    return this.awareness.clientID
  }

  get me(): PersonState {
    return this.#mine
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }

  #say(): void {
    const { cursor, drag, caret, selection, editing, look, follows, gathers } = this.#mine
    const together = { look, follows, gathers }
    const place: PersonPlace = this.#cursors
      ? { cursor, drag, caret, selection, editing, ...together }
      : { cursor: null, drag: null, caret: null, selection, editing, ...together }
    const told = JSON.stringify(place)
    if (told === this.#told) return
    this.#told = told
    this.awareness.setLocalState({ ...place })
  }
}

const NOWHERE = { look: null, follows: null, gathers: null }

/** Another client's state, field by field: it comes from the wire. */
function readPerson(client: number, state: unknown): Person | null {
  if (state === null || typeof state !== 'object') return null
  const from = state as Record<string, unknown>
  const word = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '')
  const point = (value: unknown): Point | null =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((n) => typeof n === 'number' && Number.isFinite(n))
      ? (value as unknown as Point)
      : null
  const ids = (value: unknown): CardId[] =>
    Array.isArray(value) ? (value.filter((id) => typeof id === 'string').slice(0, 200) as CardId[]) : []
  const drag = (from['drag'] ?? null) as { ids?: unknown; by?: unknown } | null
  const by = point(drag?.by)
  const gathers = (from['gathers'] ?? null) as { call?: unknown; look?: unknown } | null
  const gathered = readLook(gathers?.look)
  return {
    client,
    name: word(from['name']),
    organisation: word(from['organisation']),
    colour: /^#[0-9a-f]{6}$/i.test(word(from['colour'])) ? word(from['colour']) : '#455b71',
    participant: typeof from['participant'] === 'string' ? from['participant'] : null,
    cursor: point(from['cursor']),
    selection: ids(from['selection']),
    editing: typeof from['editing'] === 'string' ? (from['editing'] as CardId) : null,
    caret: readCaret(from['caret']),
    drag: by ? { ids: ids(drag?.ids), by } : null,
    look: readLook(from['look']),
    follows: typeof from['follows'] === 'number' ? from['follows'] : null,
    gathers: gathered ? { call: word(gathers?.call), look: gathered } : null,
    role: word(from['role']),
  }
}

function readCaret(said: unknown): Caret | null {
  const { field, from, to } = (said ?? {}) as Record<string, unknown>
  const isAnchor = (value: unknown): value is Anchor => typeof value === 'string' && value.length <= 100
  return (field === 'title' || field === 'body') && isAnchor(from) && isAnchor(to)
    ? { field, from, to }
    : null
}
