import { commandList, type Command } from './commands/command-list.ts'
import { DocumentReader } from './commands/document.ts'
import { keyboard, outline, pointer, type Hands } from './commands/hands.ts'
import { sceneOf } from './commands/scenes.ts'
import type { BuiltServer } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import type { Page } from '@playwright/test'

/** Commands that need another before them, where the list has them in another order. */
const AFTER: readonly (readonly [string, string])[] = [
  ['moveInto', 'takeOut'],
  ['undo', 'remove'],
  ['redo', 'undo'],
  ['model', 'letters'],
]

// Pictures of three pages at every step would be most of the work.
test.use({ trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false } })

test('every command does the same on the canvas by pointer, by keyboard alone, and in the outline', async ({
  server,
  newPerson,
}) => {
  test.setTimeout(480_000)
  const commands = ordered(await commandList())
  const all = await Promise.all(
    [pointer, keyboard, outline].map(async (hands) => Worker.sitsDown(server, await newPerson(), hands)),
  )
  for (const command of commands)
    await test.step(command.id, async () => {
      const able = all.filter(({ hands }) => hands.has(command))
      const documents = await Promise.all(able.map((one) => one.performs(command)))
      const [first, ...others] = documents
      for (const [nth, other] of others.entries())
        expect(other, `${command.id} ${able[nth + 1]?.hands.name}`).toEqual(first)
    })
})

/** One person at a table of their own, who gives every command with the same hands. */
class Worker {
  private constructor(
    readonly hands: Hands,
    private readonly person: TablePage,
    private readonly reader: DocumentReader,
    private document: readonly string[],
  ) {}

  static async sitsDown(server: BuiltServer, page: Page, hands: Hands): Promise<Worker> {
    const table = await server.createTable({
      title: 'Quartieri Connessi',
      programme: 'pon-metro-2014-2020',
      city: 'Milano',
      model: 'quartieri-connessi',
    })
    const person = new TablePage(page, 'Anna')
    await person.sitsDownAt(table.link('facilitator'))
    await person.seesSaved()
    const reader = new DocumentReader(server, table)
    return new Worker(hands, person, reader, await reader.read())
  }

  /** Gives one command and reads the board; what writes must leave another one. */
  async performs(command: Command): Promise<readonly string[]> {
    const { page } = this.person
    const scene = sceneOf(command.id)
    await this.hands.prepare(page, scene)
    await this.hands.give(page, command, scene)
    await scene.then?.(page)
    await this.person.seesSaved()
    if (scene.writes)
      await expect
        .poll(() => this.reader.read(), `${command.id} writes ${this.hands.name}`)
        .not.toEqual(this.document)
    // The first of several writes is there; the bar speaks of all of them.
    await this.person.seesSaved()
    const after = await this.reader.read()
    if (scene.undone) await this.undoes()
    else this.document = after
    return after
  }

  /** Takes the last command back, by its button: all is as it was. */
  private async undoes(): Promise<void> {
    await this.person.page
      .getByRole('banner')
      .getByRole('button', { name: 'Annulla', exact: true })
      .press('Enter')
    await this.person.seesSaved()
    await expect.poll(() => this.reader.read()).toEqual(this.document)
  }
}

function ordered(commands: readonly Command[]): readonly Command[] {
  // What puts cards in line can carry a loose action into a frame, where the canvas has one: first, while there is none.
  const lines = commands.filter(({ id }) => /^(selectAll|align|distribute)/.test(id))
  const list = [...lines, ...commands.filter((one) => !lines.includes(one))]
  for (const [id, follows] of AFTER) {
    const [command] = list.splice(
      list.findIndex((one) => one.id === id),
      1,
    )
    if (command) list.splice(list.findIndex((one) => one.id === follows) + 1, 0, command)
  }
  return list
}
