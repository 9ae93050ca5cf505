import { writeBoard } from '../../shared/formats/board-json/write.ts'
import { wholeOf } from '../../shared/board/whole.ts'
import type { BoardId } from '../../shared/ids.ts'
import { aDoc } from '../builders/a-doc.ts'
import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

/** A fund of 100.000 € of which nothing is spent, and two actions that it finances with nothing yet. */
async function tableOf(server: BuiltServer): Promise<Table> {
  const table = await server.createTable({ title: 'Cortili', programme: 'pon-metro-2014-2020' })
  const { doc } = aDoc({
    cards: {
      gardens: { kind: 'action', title: 'Orti condivisi', at: [0, 0] },
      study: { kind: 'action', title: 'Doposcuola', at: [0, 300] },
      fund: { kind: 'fund', title: 'FSE', at: [600, 0], ceilingCents: 100_000_00 },
    },
    links: [
      ['fund', 'finances', 'gardens'],
      ['fund', 'finances', 'study'],
    ],
  })
  const exportedAt = new Date(0).toISOString()
  const bytes = writeBoard({ whole: wholeOf(doc), boardId: table.id as BoardId, exportedAt })
  const board: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, board)
  return table
}

test('[M5] two people who spend the last 100.000 € at once both see that they are spent twice', async ({
  server,
  newPerson,
}) => {
  const table = await tableOf(server)
  const people = [
    [new CanvasPage(await newPerson(), 'Anna'), 'Orti condivisi'],
    [new CanvasPage(await newPerson(), 'Bruno'), 'Doposcuola'],
  ] as const
  for (const [person, action] of people) {
    await person.sitsDownAt(table.link('editor'))
    await person.chooses('Azione', action)
  }
  await Promise.all(
    people.map(([person]) => person.writesAmount('Importo: FSE', '100 mila', '100.000,00\u00a0€')),
  )
  for (const [person] of people) {
    await person.letsGo()
    await person.opensView('Fondi')
    await expect(
      person.page.getByText('100.000,00\u00a0€ oltre il tetto di 100.000,00\u00a0€').first(),
    ).toBeVisible()
  }
})
