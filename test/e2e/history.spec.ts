import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { StoryPage } from './pages/story-page.ts'
import { walk } from './pages/walk.ts'

const TABLE = { title: 'Quartieri Connessi', programme: 'pon-metro-2014-2020', city: 'Milano' }
const NEED = 'Spazi per i giovani'
const ACTION = 'Portinerie di quartiere'
const COST = '10.000,00\u00a0€'
const LATER = 'Un’altra idea'
const MOMENT = 'Fine del primo incontro'

test('the story of a table: read in words, looked at as it was, taken back, and a name taken out of it', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new StoryPage(await newPerson(), 'Anna')
  const bruno = new StoryPage(await newPerson(), 'Bruno')

  await test.step('Anna and Bruno write', async () => {
    await anna.sitsDownAt(table.link('facilitator'))
    await bruno.sitsDownAt(table.link('editor'))
    await anna.putsDown('Bisogno', NEED, [300, 250])
    await anna.seesSaved()
    await bruno.putsDown('Azione', ACTION, [700, 250])
    await bruno.seesSaved()
  })

  await test.step('Anna reads who did what, and names the moment', async () => {
    await anna.readsStory()
    await anna.reads(`Anna ha proposto il bisogno «${NEED}»`)
    await anna.reads(`Bruno ha proposto l’azione «${ACTION}»`)
    await anna.namesMoment(MOMENT, 'Prima della pausa')
  })

  await test.step('Anna has the whole story followed, and gets the fingerprint to note', async () => {
    await anna.page.getByRole('button', { name: 'Verifica la storia' }).click()
    const answer = anna.page.getByRole('status').filter({ hasText: 'La storia è integra' })
    await expect(answer).toContainText('combaciano (1)')
    await expect(answer).toContainText('Impronta della storia')
    const head = (await (
      await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/history/chain`)
    ).json()) as { sha256: string }
    await expect(answer.locator('code')).toHaveText(head.sha256.replace(/.{8}/g, '$& ').trim())
  })

  await test.step('Bruno throws a card away, puts a price on another, adds a third', async () => {
    await bruno.throwsAway('Bisogno', NEED)
    await bruno.chooses('Azione', ACTION)
    await bruno.writesAmount('Costo', '10 mila', COST)
    await bruno.letsGo()
    await bruno.putsDown('Nota', LATER, [300, 550])
    await bruno.seesSaved()
    await anna.reads(`Bruno ha messo nel cestino il bisogno «${NEED}»`)
  })

  await test.step('Anna looks at the named moment and reads what differs today', async () => {
    await anna.looksAt(MOMENT)
    await anna.seesThen('Bisogno', NEED)
    await anna.seesThen('Azione', ACTION)
    await expect(anna.differences).toContainText('1 scheda che oggi non c’è più')
    await expect(anna.differences).toContainText('1 scheda arrivata dopo')
    await expect(anna.differences).toContainText('1 scheda cambiata dopo')
  })

  await test.step('with the slider and the keyboard she goes back to the first moments', async () => {
    const slider = anna.past.getByRole('slider', { name: 'Momento' })
    await slider.focus()
    await anna.page.keyboard.press('Home')
    await expect(anna.picture.getByText('In questo momento il tavolo era vuoto.')).toBeVisible()
    await anna.looksAt(MOMENT)
    await anna.seesThen('Bisogno', NEED)
  })

  await test.step('she restores one card, and Bruno sees it', async () => {
    await anna.restoresCard(NEED, 'torna sul tavolo, con i collegamenti che aveva')
    await bruno.sees('Bisogno', NEED)
    await bruno.sees('Nota', LATER)
    await expect(anna.differences).not.toContainText('oggi non c’è più')
  })

  await test.step('then the whole table, and Bruno sees it', async () => {
    await anna.restoresTable([
      `va nel cestino 1 scheda arrivata dopo: «${LATER}»`,
      `perde le modifiche fatte dopo 1 scheda: «${ACTION}»`,
    ])
    await expect(bruno.card('Nota', LATER)).toHaveCount(0)
    await expect(bruno.card('Azione', ACTION)).not.toContainText(COST)
    await anna.reads('Anna ha riportato il tavolo')
  })

  await test.step('in the panel the card tells its own story, and Bruno takes his later words back', async () => {
    await bruno.chooses('Azione', ACTION)
    await bruno.panel.getByText('Storia', { exact: true }).click()
    const priced = bruno.panel.getByRole('listitem').filter({ hasText: 'Bruno ha indicato il costo' })
    await priced.getByRole('button', { name: /^Ripristina questa scheda com’era/ }).click()
    const dialog = bruno.page.getByRole('dialog', { name: 'Ripristinare questa scheda com’era?' })
    await expect(dialog).toContainText(`Costo: ${COST} (adesso: niente)`)
    await dialog.getByRole('button', { name: 'Ripristina', exact: true }).click()
    await anna.opensView('Lavagna')
    await expect(anna.card('Azione', ACTION)).toContainText(COST)
  })

  await test.step('the story is a file too', async () => {
    await anna.readsStory()
    const [file] = await Promise.all([
      anna.page.waitForEvent('download'),
      anna.page.getByRole('button', { name: 'Scarica la storia (CSV)' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain(NEED)
  })

  await test.step('Anna takes Bruno’s name out: what he wrote stays, signed by nobody', async () => {
    await anna.page.getByLabel('Persona').selectOption({ label: 'Bruno' })
    await anna.reads(`Bruno ha proposto l’azione «${ACTION}»`)
    await expect(anna.event('Anna ha proposto')).toHaveCount(0)
    await anna.page.getByRole('button', { name: 'Cancella questo nome…' }).click()
    const dialog = anna.page.getByRole('dialog', { name: 'Cancellare il nome di Bruno?' })
    await dialog.getByRole('button', { name: 'Cancella il nome' }).click()
    await anna.reads(`Qualcuno ha proposto l’azione «${ACTION}»`)
    await expect(anna.page.getByRole('main').getByText('Bruno')).toHaveCount(0)
    await expect(bruno.page.getByLabel('Come ti chiami? (facoltativo)')).toHaveValue('')
    await expect(bruno.page.getByRole('main').getByText('Bruno')).toHaveCount(0)
  })

  await test.step('and her own, from the list of people, in whatever tab she has', async () => {
    const other = await anna.page.context().newPage()
    await other.goto(anna.page.url())
    await expect(other.getByRole('region', { name: 'Lavagna' })).toBeVisible()
    await anna.page.getByRole('button', { name: /al tavolo/ }).click()
    await anna.page.getByRole('button', { name: 'Cancella il mio nome…' }).click()
    const dialog = anna.page.getByRole('dialog', { name: 'Cancellare il tuo nome?' })
    await dialog.getByRole('button', { name: 'Cancella il nome' }).click()
    for (const page of [anna.page, other])
      await expect(page.getByLabel('Come ti chiami? (facoltativo)')).toHaveValue('')
    await other.close()
    await anna.page.getByRole('button', { name: 'Entra', exact: true }).click()
    await anna.isAtTheTable()
    await anna.readsStory()
    await anna.reads(`Qualcuno ha proposto il bisogno «${NEED}»`)
  })
})

test('who only reads sees the story and its moments, and is offered nothing that writes', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ ...TABLE, model: 'quartieri-connessi' })
  const reader = new StoryPage(await newPerson(), 'Carla')
  await reader.sitsDownAt(table.link('viewer'))
  await reader.readsStory()
  await expect(reader.page.getByRole('button', { name: 'Dai un nome a questo momento' })).toHaveCount(0)
  const look = reader.page.getByRole('button', { name: /^Guarda il tavolo com’era dopo/ }).last()
  await walk(reader.page, 'Tab', look)
  await reader.page.keyboard.press('Enter')
  await expect(reader.past).toBeVisible()
  await expect(reader.past.getByRole('button', { name: /^Ripristina/ })).toHaveCount(0)
  await reader.backToToday()
})

test('without a network the story says so, and comes back with it', async ({ server, newPerson }) => {
  const table = await server.createTable(TABLE)
  const anna = new StoryPage(await newPerson(), 'Anna')
  // Browsers remember 250 files a page; this one fetches more, one after the other.
  await anna.page.addInitScript(() => performance.setResourceTimingBufferSize(1000))
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.putsDown('Bisogno', NEED, [300, 250])
  await anna.seesSaved()
  // What was never opened comes a moment after the table: the view, its style, and all that it needs.
  const arrived = (ending: string): Promise<string | null> =>
    anna.page.evaluate(
      (wanted) =>
        performance.getEntriesByType('resource').find(({ name }) => new RegExp(wanted).test(name))?.name ??
        null,
      `/Story-[^/]*\\.${ending}$`,
    )
  await expect.poll(() => arrived('css'), { timeout: 30_000 }).not.toBeNull()
  await expect.poll(() => arrived('js'), { timeout: 30_000 }).not.toBeNull()
  await anna.page.evaluate((url) => import(url ?? ''), await arrived('js'))
  await anna.page.context().setOffline(true)
  await anna.seesOffline()
  await anna.opensView('Storia')
  await expect(anna.page.getByText(/^Senza rete la storia non si legge/)).toBeVisible()
  await anna.page.context().setOffline(false)
  await anna.reads(`Anna ha proposto il bisogno «${NEED}»`)
})

test('a view that could not be loaded is there after a new start of the page, one press away', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const page = await newPerson()
  const anna = new StoryPage(page, 'Anna')
  await page.route(/Story-[^/]*\.js/, (route) => route.abort())
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Storia')
  await expect(page.getByText('Questa vista non si è caricata')).toBeVisible()
  await page.unroute(/Story-[^/]*\.js/)
  await page.getByRole('main').getByRole('button', { name: 'Ricarica' }).click()
  await anna.isAtTheTable()
  await anna.opensView('Storia')
  await expect(page.getByRole('heading', { name: 'Storia', level: 1 })).toBeVisible()
})
