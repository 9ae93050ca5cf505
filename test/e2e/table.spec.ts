import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

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

test('the facilitator archives the table, opens it again, and erases it', async ({ server, newPerson }) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(await newPerson(), 'Anna')
  const bruno = new CanvasPage(await newPerson(), 'Bruno')
  await anna.sitsDownAt(table.link('facilitator'))
  await bruno.sitsDownAt(table.link('editor'))
  await bruno.putsDown('Bisogno', 'Spazi per i giovani', [400, 300])
  await bruno.seesSaved()
  const dialog = anna.page.getByRole('dialog', { name: 'Condividi il tavolo' })
  const readsOnly = bruno.page.getByText('Sola lettura', { exact: true })

  await anna.page.getByRole('button', { name: 'Condividi' }).click()
  await dialog.getByRole('button', { name: 'Archivia il tavolo' }).click()
  await expect(readsOnly).toBeVisible()
  // Who archived it finds the way back, also later.
  await anna.page.keyboard.press('Escape')
  await anna.page.getByRole('button', { name: 'Condividi' }).click()
  await dialog.getByRole('button', { name: 'Riapri il tavolo' }).click()
  await expect(readsOnly).toBeHidden()
  await bruno.putsDown('Bisogno', 'Un posto dove studiare', [400, 500])
  await bruno.seesSaved()

  await bruno.page.getByRole('button', { name: 'Condividi' }).click()
  await expect(bruno.page.getByRole('dialog', { name: 'Condividi il tavolo' })).toBeVisible()
  await expect(bruno.page.getByRole('button', { name: 'Cancella il tavolo…' })).toHaveCount(0)
  await bruno.page.keyboard.press('Escape')

  await dialog.getByRole('button', { name: 'Cancella il tavolo…' }).click()
  await dialog.getByRole('button', { name: 'Cancella per sempre' }).click()
  await expect(anna.page.getByRole('heading', { name: 'I tuoi tavoli', exact: true })).toBeVisible()
  await expect(anna.page.getByText(TABLE.title)).toHaveCount(0)
  await expect(bruno.page.getByText(/^Questo tavolo è stato cancellato da chi lo facilita/)).toBeVisible()
  await expect(server.api(table.keys.facilitator, 'GET', `/api/boards/${table.id}`)).rejects.toThrow('404')
})

test('the facilitator changes what a link allows, and who is there with it is told at once', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(await newPerson(), 'Anna')
  const bruno = new CanvasPage(await newPerson(), 'Bruno')
  await anna.sitsDownAt(table.link('facilitator'))
  await bruno.sitsDownAt(table.link('editor'))
  await bruno.putsDown('Bisogno', 'Spazi per i giovani', [400, 300])
  await bruno.seesSaved()
  const readsOnly = bruno.page.getByText('Sola lettura', { exact: true })
  await anna.page.getByRole('button', { name: 'Condividi' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Condividi il tavolo' })
  /** Changes the link that is called so. */
  const change = async (name: string, role: string, label: string): Promise<void> => {
    await dialog.getByRole('button', { name: `Cambia il link «${name}»` }).click()
    const form = dialog
      .getByRole('listitem')
      .filter({ has: anna.page.getByRole('button', { name: 'Salva' }) })
    await form.getByLabel('Che cosa può fare').selectOption({ label: role })
    await form.getByLabel('Etichetta').fill(label)
    await form.getByRole('button', { name: 'Salva' }).click()
    await expect(dialog.getByText(label, { exact: true })).toBeVisible()
  }

  await change('Chi scrive', 'Chi legge', 'Riunione di marzo')
  await expect(readsOnly).toBeVisible()
  await change('Riunione di marzo', 'Chi scrive', 'Riunione di aprile')
  await expect(readsOnly).toBeHidden()
  await bruno.putsDown('Bisogno', 'Un posto dove studiare', [400, 500])
  await bruno.seesSaved()
})
