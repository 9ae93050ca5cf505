import type { Locator, Page } from '@playwright/test'
import type { BuiltServer, Role, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { Finger } from './pages/finger.ts'
import { boxOf } from './pages/place.ts'
import { makeRichTable } from './places.ts'

const ACTION = 'Piattaforma digitale come strumento di accesso agevolato alle informazioni'

const tableOf = (server: BuiltServer): Promise<Table> =>
  server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
    model: 'quartieri-connessi',
  })

/** Somebody at the table who looks about. */
class Looker extends CanvasPage {
  static async at(table: Table, role: Role, page: Page, name: string): Promise<Looker> {
    const person = new Looker(page, name)
    await person.sitsDownAt(table.link(role))
    await person.seesSaved()
    return person
  }

  /** A command by its name. */
  async asks(command: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Cerca', exact: true }).click()
    await this.page.keyboard.type(command)
    await this.page.getByRole('dialog').getByRole('option').filter({ hasText: command }).first().click()
  }

  async opensPeople(): Promise<void> {
    await this.page.getByRole('button', { name: / persone al tavolo$/ }).click()
  }

  says(words: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: words })
  }

  row(title: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name: `Apri la scheda «${title}»` })
  }
}

test('the small map leads elsewhere, and one finds back', async ({ server, newPerson }) => {
  const anna = await Looker.at(await tableOf(server), 'viewer', await newPerson(), 'Anna')
  const map = anna.page.locator('.map .picture')
  await expect(anna.card('Fondo', 'FSE')).toBeVisible()
  await expect(map).toHaveCount(0)
  await anna.asks('Piattaforma digitale')
  for (let step = 0; step < 3; step++) await anna.page.getByRole('button', { name: 'Ingrandisci' }).click()
  await expect(map).toBeVisible()
  await anna.page.mouse.move(700, 300)
  const before = await boxOf(anna.card('Azione', ACTION))
  /** How far the card lies from where it lay; a canvas that comes to rest moves by less than a pixel. */
  const away = async (): Promise<number> => {
    const now = await anna.card('Azione', ACTION).boundingBox()
    return now ? Math.hypot(now.x - before.x, now.y - before.y) : Infinity
  }
  await map.click({ position: { x: 196, y: 120 } })
  await expect.poll(away).toBeGreaterThan(10)
  await anna.asks('Torna dov’eri')
  await expect.poll(away).toBeLessThan(1.5)
  await anna.page.getByRole('button', { name: 'Nascondi la mappa' }).click()
  await expect(map).toHaveCount(0)
  await anna.asks('Mostra la mappa')
  await expect(map).toBeVisible()
  // A telephone on its side has no room for it beside the buttons that zoom.
  await anna.page.setViewportSize({ width: 844, height: 390 })
  await expect(map).toHaveCount(0)
})

test('the small map steps aside for the card that is chosen', async ({ server, newPerson }) => {
  const anna = await Looker.at(await tableOf(server), 'viewer', await newPerson(), 'Anna')
  const map = anna.page.locator('.map .picture')
  await anna.asks('Piattaforma digitale')
  for (let step = 0; step < 3; step++) await anna.page.getByRole('button', { name: 'Ingrandisci' }).click()
  await expect(map).toBeVisible()
  const card = anna.card('Azione', ACTION)
  const [from, to] = [await boxOf(card), await boxOf(map)]
  // The wheel moves the board until the card lies where the map was.
  await anna.page.mouse.move(700, 300)
  await anna.page.mouse.wheel(
    from.x + from.width / 2 - (to.x + to.width / 2),
    from.y + from.height / 2 - (to.y + to.height / 2),
  )
  await expect.poll(async () => (await boxOf(card)).y).toBeGreaterThan(from.y + 50)
  await expect.poll(async () => (await boxOf(map)).y).toBeLessThan(to.y - 100)
  const [cardNow, mapNow] = [await boxOf(card), await boxOf(map)]
  expect(mapNow.y + mapNow.height).toBeLessThanOrEqual(cardNow.y)
  await anna.letsGo()
  await expect.poll(async () => (await boxOf(map)).y).toBeGreaterThan(mapNow.y + 100)
})

test('what is typed while the search is still on its way is searched, and commands nothing', async ({
  server,
  newPerson,
}) => {
  const page = await newPerson()
  let arrive = (): void => undefined
  const arrives = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/FindDialog.*\.js$/, async (route) => {
    await arrives
    await route.continue()
  })
  const anna = await Looker.at(await tableOf(server), 'editor', page, 'Anna')
  // The last that the model brings: all of it is drawn.
  await anna.sees('Fondo', 'FSE')
  await boxOf(anna.card('Fondo', 'FSE'))
  const cards = await anna.canvas.getByRole('group').count()
  await page.keyboard.press('Control+k')
  // Letters that make cards and take tools where the canvas has the keys.
  await page.keyboard.type('bancaXX')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  arrive()
  await expect(
    page.getByRole('dialog', { name: 'Cerca schede e comandi' }).getByRole('combobox'),
  ).toHaveValue('banca')
  await page.keyboard.press('Escape')
  await expect(anna.canvas.getByRole('group')).toHaveCount(cards)
})

test('who looks for a card in a folded frame is told where it is, and reads it', async ({
  server,
  newPerson,
}) => {
  const table = await tableOf(server)
  const anna = await Looker.at(table, 'editor', await newPerson(), 'Anna')
  const bruno = await Looker.at(table, 'viewer', await newPerson(), 'Bruno')
  await anna.page.getByRole('button', { name: 'Raccogli «Quartieri Connessi»' }).click()
  await expect(bruno.card('Azione', ACTION)).toHaveCount(0)
  for (const person of [anna, bruno]) {
    await person.asks('Piattaforma digitale')
    await expect(person.says(`«${ACTION}» è dentro il riquadro raccolto «Quartieri Connessi».`)).toBeVisible()
    await expect(person.card('Intervento', 'Quartieri Connessi')).toBeFocused()
    const panel = person.page.getByRole('complementary', { name: 'Scheda scelta' })
    await expect(panel).toContainText(ACTION)
  }
})

test('one follows a person, and a facilitator brings everybody here, telephones and readers of the outline too', async ({
  server,
  newPerson,
  phone,
}) => {
  const table = await tableOf(server)
  const anna = await Looker.at(table, 'facilitator', await newPerson(), 'Anna')
  const bruno = await Looker.at(table, 'editor', await newPerson(), 'Bruno')
  const carla = await Looker.at(table, 'editor', phone, 'Carla')

  await test.step('Bruno sees what Anna sees, until he looks elsewhere himself', async () => {
    await bruno.opensPeople()
    await bruno.page.getByRole('button', { name: /^Segui ?: Anna/ }).click()
    await anna.asks('Piattaforma digitale')
    await expect(anna.card('Azione', ACTION)).toHaveAttribute('aria-current', 'true')
    const widthFor = async (one: Looker): Promise<number> =>
      (await one.card('Azione', ACTION).boundingBox())?.width ?? NaN
    await expect.poll(async () => Math.abs((await widthFor(bruno)) - (await widthFor(anna)))).toBeLessThan(50)
    await expect(bruno.card('Azione', ACTION)).toBeInViewport()
    await expect(bruno.says(/^Segui Anna/)).toBeVisible()
    await bruno.page.mouse.move(700, 500)
    await bruno.page.mouse.wheel(0, 240)
    await expect(bruno.says(/^Segui Anna/)).toHaveCount(0)
  })

  await test.step('Carla, on her telephone, follows to the card that Anna has in hand', async () => {
    await carla.opensPeople()
    await carla.page.getByRole('button', { name: /^Segui ?: Anna/ }).click()
    await expect(carla.row(ACTION)).toBeInViewport()
    await anna.asks('FSE')
    await expect(carla.row('FSE')).toBeInViewport()
  })

  await test.step('on the canvas Carla stays with Anna while the telephone is turned, and leaves with a finger', async () => {
    await carla.opensView('Lavagna')
    const canvas = phone.getByRole('region', { name: 'Lavagna' })
    for (const turned of [true, false]) {
      await phone.setViewportSize(turned ? { width: 844, height: 390 } : { width: 390, height: 844 })
      await expect.poll(async () => (await boxOf(canvas)).width).toBe(turned ? 844 : 390)
      await expect(carla.says(/^Segui Anna/)).toBeVisible()
    }
    const finger = await Finger.on(phone)
    await finger.drags([20, 560], [60, 40])
    await expect(carla.says(/^Segui Anna/)).toHaveCount(0)
    // A table of one kind of cards has no row of another: there she is brought to the list.
    await carla.opensView('Elenco')
    await phone.getByRole('main').getByRole('button', { name: 'Tabella' }).click()
    await expect(phone.getByRole('grid')).toBeVisible()
  })

  await test.step('Anna brings everybody to where she is', async () => {
    await bruno.opensView('Fondi')
    await anna.asks('Creare un mix sociale')
    await anna.opensPeople()
    await anna.page.getByRole('button', { name: 'Porta tutti qui' }).click()
    const need = 'Creare un mix sociale equilibrato nei quartieri ERP'
    await expect(bruno.says(/^Anna ti ha portato qui/)).toBeVisible()
    await expect(bruno.card('Bisogno', need)).toBeInViewport()
    await expect(carla.says(/^Anna ti ha portato qui: «Creare un mix/)).toBeVisible()
    await expect(carla.row(need)).toBeInViewport()
  })
})

test('links lead whoever knows the table to a card and to a view', async ({ server, newPerson }) => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const anna = await Looker.at(await tableOf(server), 'editor', await newPerson({ permissions }), 'Anna')
  const copied = (): Promise<string> => anna.page.evaluate(() => navigator.clipboard.readText())

  await anna.opensView('Fondi')
  await anna.asks('Copia il link a questa vista')
  await expect.poll(copied).toContain('#view=funds')
  const toView = await copied()
  await anna.opensView('Lavagna')
  await anna.asks('Piattaforma digitale')
  await anna.asks('Copia il link alla scheda')
  await expect.poll(copied).toContain('#card=')
  const toCard = await copied()

  await anna.page.goto('/')
  await anna.page.goto(toView)
  await expect(anna.views.getByRole('button', { name: 'Fondi' })).toHaveAttribute('aria-current', 'page')
  await anna.page.goto(toCard)
  await expect(anna.card('Azione', ACTION)).toHaveAttribute('aria-current', 'true')
  await expect(anna.card('Azione', ACTION)).toBeInViewport()
  expect(new URL(anna.page.url()).hash).toBe('')
})

test('filters by kind, by author and by finding step back the same cards on the canvas and in the outline', async ({
  server,
  newPerson,
}) => {
  const anna = await Looker.at(await tableOf(server), 'editor', await newPerson(), 'Anna')
  await anna.page.keyboard.press('Tab')
  await anna.clicksDown('Bisogno', 'Portato da Anna', [1000, 120])
  await anna.seesSaved()
  const filters = anna.page.getByRole('region', { name: 'Filtri' })
  const choice = (group: string, name: RegExp): Locator =>
    filters.getByRole('group', { name: group }).getByRole('button', { name })
  /** How many cards do not step back, in either view. */
  const onCanvas = (): Promise<number> => anna.canvas.locator('[data-card]:not(.dimmed)').count()
  const inOutline = (): Promise<number> => anna.page.getByRole('main').locator('li.row:not(.dimmed)').count()

  /** The pictures of a sign on a card that stays and on one that steps back: every kind has both, one grey. */
  const signs = (): Promise<(string | undefined)[]> =>
    anna.canvas.evaluate((canvas) =>
      [':not(.dimmed)', '.dimmed'].map((which) => {
        const sign = canvas.querySelector(`[data-card]${which} .head > .sign`)
        return sign ? getComputedStyle(sign).backgroundImage : undefined
      }),
    )
  const grey = await anna.page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--dim').trim(),
  )
  const greySign = expect.stringContaining(encodeURIComponent(`stroke="${grey}"`))

  await anna.asks('Filtri')
  for (const [group, name] of [
    ['Tipo di scheda', /^Bisogno/],
    ['Chi l’ha portata', /^Anna/],
    ['Da guardare', /./],
  ] as const)
    await test.step(group, async () => {
      await anna.opensView('Lavagna')
      const first = choice(group, name).first()
      await first.click()
      await expect(first).toHaveAttribute('aria-pressed', 'true')
      await expect(filters.getByRole('status')).toHaveText(/^\d+ di \d+ schede/)
      const told = (await filters.getByRole('status').textContent()) ?? ''
      const count = Number(/^(\d+) di \d+ schede/.exec(told)?.[1])
      expect(count, told).toBeGreaterThan(0)
      await expect.poll(onCanvas).toBe(count)
      await expect.poll(signs).toEqual([expect.stringContaining('data:image/svg+xml'), greySign])
      await anna.opensView('Elenco')
      await expect.poll(inOutline).toBe(count)
      await first.click()
      await expect(first).toHaveAttribute('aria-pressed', 'false')
    })
})

test('an intervention is kept as a model and put on another table', async ({ server, newPerson }) => {
  const anna = await Looker.at(await tableOf(server), 'editor', await newPerson(), 'Anna')
  await anna.asks('Quartieri Connessi')
  await anna.panel.getByRole('button', { name: 'Salva il mio intervento come modello' }).click()
  await expect(anna.panel.getByText(/^Salvato in questo browser/)).toBeVisible()
  const other = await server.createTable({ title: 'Lorenteggio', programme: 'pon-metro-2014-2020' })
  await anna.sitsDownAt(other.link('editor'))
  await anna.asks('Inserisci un caso già svolto')
  const own = anna.page.getByRole('region', { name: 'I tuoi modelli' })
  await own.getByRole('button', { name: /^Quartieri Connessi/ }).click()
  await anna.sees('Intervento', 'Quartieri Connessi')
  await anna.sees('Azione', ACTION)
})

test('a card is found by its place, its operation code and the person who wrote it, on the table and in the outline', async ({
  server,
  newPerson,
}) => {
  const anna = await Looker.at(await makeRichTable(server), 'editor', await newPerson(), 'Annamaria')
  await anna.putsDown('Bisogno', 'Una fontana', [500, 120])
  const finds = async (words: string, title: string): Promise<void> => {
    await anna.page.getByRole('button', { name: 'Cerca', exact: true }).click()
    await anna.page.keyboard.type(words)
    const found = anna.page.getByRole('dialog').getByRole('option')
    await expect(found.filter({ hasText: title }).first()).toBeVisible()
    await anna.page.keyboard.press('Escape')
  }
  await finds('annamaria', 'Una fontana')
  await finds('mi411a', 'Ristrutturazione locali')
  await finds('giambellino', 'I giovani non trovano tirocini vicino a casa')
  await anna.opensView('Elenco')
  await anna.page.getByRole('textbox', { name: 'Filtra', exact: true }).fill('annamaria')
  await expect(anna.row('Una fontana')).toBeVisible()
  await expect(anna.row('I giovani non trovano tirocini vicino a casa')).toHaveCount(0)
})
