import { commandList, type Command } from './commands/command-list.ts'
import { DocumentReader, type Compared } from './commands/document.ts'
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

test('every command of the list does the same by pointer, by keyboard alone and in the outline', async ({
  server,
  newPerson,
}) => {
  test.setTimeout(300_000)
  const commands = ordered(await commandList())
  const reference = await performs(server, await newPerson(), pointer, commands, new Map())
  for (const hands of [keyboard, outline])
    await test.step(hands.name, async () => {
      await performs(server, await newPerson(), hands, commands, reference)
    })
})

/** Gives every command at a table of its own and says what the board was after each; compares where there is a reference. */
async function performs(
  server: BuiltServer,
  page: Page,
  hands: Hands,
  commands: readonly Command[],
  reference: ReadonlyMap<string, Compared>,
): Promise<ReadonlyMap<string, Compared>> {
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
  const after = new Map<string, Compared>()
  for (const command of commands.filter((one) => hands.has(one)))
    await test.step(`${command.id} ${hands.name}`, async () => {
      const scene = sceneOf(command.id)
      await hands.prepare(page, scene)
      await hands.give(page, command, scene)
      await scene.then?.(page)
      await person.seesSaved()
      const expected = reference.get(command.id)
      if (expected) await expect.poll(() => reader.read(), command.id).toEqual(expected)
      else if (scene.writes)
        await expect.poll(() => reader.read(), `${command.id} writes`).not.toEqual(before)
      before = await reader.read()
      after.set(command.id, before)
    })
  return after
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
