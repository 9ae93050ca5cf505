import type { CardKind } from '../../shared/board/card.ts'
import type { Tags } from '../../shared/formats/incoming/with-tags.ts'
import type { Trouble } from '../../shared/formats/incoming/trouble.ts'
import type { CardId } from '../../shared/ids.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { bringIn, type BroughtIn } from './bring-in.ts'
import type { Answer, Asked, Choices, Made, ShownTable } from './importer.ts'
import { ImporterBeside } from './importer-beside.ts'

export type Stage = 'reading' | 'table' | 'cards' | 'bringing' | 'done' | 'refused'

/** One file or pasted table on its way to the table, from reading it to the report of what was left out. */
export class Incoming {
  stage = $state.raw<Stage>('reading')
  /** A list that is published somewhere, by its name. */
  list = $state.raw<string | null>(null)
  tables = $state.raw<readonly ShownTable[]>([])
  table = $state.raw(0)
  rowsAre = $state.raw<CardKind>('need')
  columns = $state.raw<readonly string[]>([])
  /** For each filter of the table, the value that is wanted; empty for all. */
  wanted = $state.raw<Readonly<Record<number, string>>>({})
  words = $state.raw('')
  tags = $state.raw<Tags>({ places: [], targetGroups: [] })
  made = $state.raw<Made | null>(null)
  refusal = $state.raw<Trouble | null>(null)
  /** From 0 to 1. */
  progress = $state.raw(0)
  brought = $state.raw<BroughtIn | null>(null)
  failed = $state.raw(false)
  /** The cards as they are to be put down; of a table they are made only when that is asked for. */
  #whole: Made | null = null
  #asked = 0
  readonly #importer = new ImporterBeside()

  constructor(
    private readonly session: BoardSession,
    /** Its name, or empty for what was pasted. */
    readonly name: string,
  ) {}

  get shown(): ShownTable | undefined {
    return this.tables[this.table]
  }

  get ids(): readonly CardId[] {
    return this.brought?.kind === 'done' ? this.brought.ids : []
  }

  /** Reads it; resolves to whether it is a `board.json`, which is brought in another way. */
  async read(asked: Extract<Asked, { kind: 'file' | 'text' }>): Promise<boolean> {
    const answer = await this.#ask(asked)
    if (answer?.kind === 'refused') {
      this.refusal = answer.trouble
      this.stage = 'refused'
    } else if (answer?.kind === 'tables') {
      this.list = answer.list
      this.tables = answer.tables
      this.stage = 'table'
      this.choose(0)
    } else if (answer?.kind === 'made') {
      this.made = this.#whole = answer
      this.stage = 'cards'
    }
    return answer?.kind === 'board'
  }

  choose(table: number): void {
    this.table = table
    const shown = this.shown
    if (!shown) return
    this.rowsAre = shown.rowsAre
    this.columns = shown.columns
    this.wanted = {}
    this.words = ''
    void this.preview()
  }

  async setKind(rowsAre: CardKind): Promise<void> {
    this.rowsAre = rowsAre
    const answer = await this.#ask({ kind: 'guess', table: this.table, rowsAre })
    if (answer?.kind === 'guessed') this.columns = answer.columns
    await this.preview()
  }

  setColumn(at: number, column: string): void {
    // A field is filled by one column: the one chosen last.
    const single = column !== '' && column !== '+text'
    this.columns = this.columns.map((one, nth) =>
      nth === at ? column : single && one === column ? '+text' : one,
    )
    void this.preview()
  }

  want(at: number, value: string): void {
    this.wanted = { ...this.wanted, [at]: value }
    void this.preview()
  }

  search(words: string): void {
    this.words = words
    void this.preview()
  }

  tag(tags: Tags): void {
    this.tags = tags
    void this.preview()
  }

  /** What would come of the choices as they are; an answer to older ones is not shown. */
  async preview(): Promise<void> {
    const asked = ++this.#asked
    const answer = await this.#ask({ kind: 'make', table: this.table, choices: this.#choices(), all: false })
    if (answer?.kind === 'made' && asked === this.#asked) this.made = answer
  }

  async bring(): Promise<void> {
    const from = this.stage
    this.stage = 'bringing'
    this.progress = 0
    if (from === 'table') {
      const answer = await this.#ask({ kind: 'make', table: this.table, choices: this.#choices(), all: true })
      this.#whole = this.made = answer?.kind === 'made' ? answer : null
    }
    const pieces = this.#whole?.pieces
    if (!pieces) return
    this.brought = await bringIn(this.session, pieces, (share) => (this.progress = share))
    this.stage = 'done'
  }

  close(): void {
    this.#importer.close()
  }

  #choices(): Choices {
    const columns = Object.entries(this.wanted).flatMap(([at, value]) =>
      value === '' ? [] : [{ at: Number(at), values: [value] }],
    )
    return {
      reading: { kind: this.rowsAre, columns: [...this.columns] },
      filter: { columns, words: this.words },
      tags: { places: [...this.tags.places], targetGroups: [...this.tags.targetGroups] },
    }
  }

  async #ask(asked: Asked): Promise<Answer | null> {
    try {
      return await this.#importer.ask(asked)
    } catch {
      // reason: a worker that cannot start or ran out of memory; the table is as it was.
      this.failed = true
      this.stage = 'refused'
      return null
    }
  }
}
