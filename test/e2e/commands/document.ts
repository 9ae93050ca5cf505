import type { BuiltServer, Table } from '../built-server.ts'

type Json = Readonly<Record<string, unknown>>

type Records = Readonly<Record<string, Json>>

/** A board as a test compares it: what people wrote, and how it hangs together. */
export type Compared = readonly string[]

/** Left out: where things stand, how large they are and what lies inside what; who made them and when is not in the document. */
const LEFT_OUT = new Set(['at', 'size', 'rank', 'foldedIn'])

/**
 * Reads boards so that two of them can be compared: ids are renamed by order of creation, which a reader that looks after
 * every command knows. What one command makes together is told apart by kind and words.
 */
export class DocumentReader {
  readonly #names = new Map<string, string>()

  constructor(
    private readonly server: BuiltServer,
    private readonly table: Table,
  ) {}

  async read(): Promise<Compared> {
    const answer = await this.server.api(
      this.table.keys.viewer,
      'GET',
      `/api/boards/${this.table.id}/exports/board.json`,
    )
    const { cards, links } = (await answer.json()) as { cards: Records; links: Records }
    const groups = groupsOf(cards)
    // Cards before links, whose ends then have their names.
    for (const records of [cards, links]) {
      const fresh = Object.entries(records).filter(([id]) => !this.#names.has(id))
      const told = fresh.map(([id, record]) => ({ id, says: this.#says(record, groups) }))
      for (const { id } of told.sort((a, b) => (a.says < b.says ? -1 : 1)))
        this.#names.set(id, `#${this.#names.size}`)
    }
    return [...Object.entries(cards), ...Object.entries(links)]
      .map(([id, record]) => `${this.#names.get(id)} ${this.#says(record, groups)}`)
      .sort()
  }

  #says(record: Json, groups: ReadonlyMap<unknown, readonly string[]>): string {
    const kept = Object.entries(record)
      .filter(([key]) => !LEFT_OUT.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    // A group has no name of its own: it is who is in it.
    const members = groups.get(record['group'])?.map((id) => this.#names.get(id) ?? '')
    return JSON.stringify(kept, (_, value: unknown) =>
      value === record['group'] && members
        ? members.sort()
        : typeof value === 'string'
          ? (this.#names.get(value) ?? value)
          : value,
    )
  }
}

function groupsOf(cards: Records): ReadonlyMap<unknown, readonly string[]> {
  const groups = new Map<unknown, string[]>()
  for (const [id, { group }] of Object.entries(cards))
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), id])
  return groups
}
