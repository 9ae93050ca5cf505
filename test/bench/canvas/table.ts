import { setTimeout as wait } from 'node:timers/promises'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { writeBoard } from '../../../shared/formats/board-json/write.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { BuiltServer, Table } from '../../e2e/built-server.ts'
import { connect, synced } from '../../server/running.ts'
import { boardOf } from './board.ts'

/** Opens a table with so many cards on it. */
export async function lay(server: BuiltServer, size: number): Promise<Table> {
  const table = await server.createTable({ title: `${size} carte`, programme: 'pon-metro-2014-2020' })
  const doc = boardOf(size)
  const exportedAt = new Date(0).toISOString()
  const bytes = writeBoard({ whole: wholeOf(doc), boardId: table.id as never, exportedAt })
  await server.api(
    table.keys.facilitator,
    'POST',
    `/api/boards/${table.id}/imports/board.json`,
    JSON.parse(Buffer.from(bytes).toString('utf8')),
  )
  return table
}

/** Somebody far away who changes the board. */
export class Colleague {
  private constructor(
    private readonly doc: Y.Doc,
    readonly provider: WebsocketProvider,
    readonly close: () => void,
  ) {}

  static async join(server: BuiltServer, table: Table): Promise<Colleague> {
    const { doc, provider, close } = connect(server, { id: table.id } as never, table.keys.editor)
    await synced(provider)
    return new Colleague(doc, provider, close)
  }

  /** Moves cards here and there, so many a second, one change each. */
  async moveAbout(ids: readonly CardId[], perSecond: number, forMs: number): Promise<void> {
    const places = new Map(ids.map((id) => [id, this.#placeOf(id)]))
    const fromMs = performance.now()
    for (let nth = 0; performance.now() - fromMs < forMs;) {
      const due = ((performance.now() - fromMs) / 1000) * perSecond
      for (; nth < due; nth++) {
        const id = ids[nth % ids.length]
        const [x, y] = (id && places.get(id)) ?? [0, 0]
        if (id) moveCards(this.doc, [{ id, to: [x + ((nth * 7) % 80), y + ((nth * 3) % 40)] }])
      }
      await wait(5)
    }
  }

  retitle(id: CardId, title: string): void {
    editText(this.doc, id, 'title', title)
  }

  #placeOf(id: CardId): readonly [number, number] {
    const at: unknown = this.doc.getMap<Y.Map<unknown>>('cards').get(id)?.get('at')
    return Array.isArray(at) ? [Number(at[0]), Number(at[1])] : [0, 0]
  }
}
