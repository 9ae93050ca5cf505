import { expect, test } from './fixtures.ts'

const TABLE = { title: 'Quartieri Connessi', programme: 'pon-metro-2014-2020', city: 'Milano' }

test('two people open one table by their links, and find it again after the server was killed', async ({
  server,
  anna,
  bruno,
}) => {
  const table = await server.createTable(TABLE)
  await anna.goto(table.link('facilitator'))
  await expect(anna.getByText(TABLE.title).first()).toBeVisible()

  await server.kill()
  await server.start()

  await bruno.goto(table.link('editor'))
  await expect(bruno.getByText(TABLE.title).first()).toBeVisible()
  const answer = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}`)
  expect(await answer.json()).toMatchObject({ id: table.id, title: TABLE.title, role: 'viewer' })
})

test('a telephone opens the page behind the QR code', async ({ server, phone }) => {
  const table = await server.createTable(TABLE)
  await phone.goto(table.link('contributor'))
  await expect(phone.getByRole('textbox').first()).toBeVisible()
})
