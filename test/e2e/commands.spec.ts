import { commandList, type Command } from './commands/command-list.ts'
import { DocumentReader } from './commands/document.ts'
import { pointer, type Hands } from './commands/hands.ts'
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

test('every command of the list can be given by pointer, and does what it says', async ({
  server,
  newPerson,
}) => {
  test.setTimeout(240_000)
  await performs(server, await newPerson(), pointer, ordered(await commandList()))
})

/** Gives every command at a table of its own, one after the other; those that write must leave another board. */
async function performs(
  server: BuiltServer,
  page: Page,
  hands: Hands,
  commands: readonly Command[],
): Promise<void> {
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
  let before = await reader.read()
  for (const command of commands.filter((one) => hands.has(one)))
    await test.step(`${command.id} ${hands.name}`, async () => {
      const scene = sceneOf(command.id)
      await hands.prepare(page, scene)
      await hands.give(page, command, scene)
      await scene.then?.(page)
      await person.seesSaved()
      if (scene.writes) await expect.poll(() => reader.read(), `${command.id} writes`).not.toEqual(before)
      before = await reader.read()
    })
}

function ordered(commands: readonly Command[]): readonly Command[] {
  const list = [...commands]
  for (const [id, follows] of AFTER) {
    const [command] = list.splice(
      list.findIndex((one) => one.id === id),
      1,
    )
    if (command) list.splice(list.findIndex((one) => one.id === follows) + 1, 0, command)
  }
  return list
}
