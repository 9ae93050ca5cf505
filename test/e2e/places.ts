import { expect, type Browser, type Page } from '@playwright/test'
import { AGREEMENT_PLACES } from './agreement-places.ts'
import { richWhole } from '../builders/a-rich-table.ts'
import type { BuiltServer, Table } from './built-server.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { TablePage } from './pages/table-page.ts'

/** How the product is looked at: a screen of a size and a colour scheme. */
export interface Look {
  readonly name: string
  readonly narrow: boolean
  readonly context: NonNullable<Parameters<Browser['newContext']>[0]>
}

const WIDE = { viewport: { width: 1440, height: 900 } }
const NARROW = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}

export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `1440 ${colorScheme}`, narrow: false, context: { ...WIDE, colorScheme, reducedMotion: 'reduce' } },
  { name: `390 ${colorScheme}`, narrow: true, context: { ...NARROW, colorScheme, reducedMotion: 'reduce' } },
])

/** What stands on the server while every view is looked at. */
export interface World {
  readonly server: BuiltServer
  /** With Quartieri Connessi on it. */
  readonly full: Table
  readonly empty: Table
  /** On which people have worked for some weeks. */
  readonly rich: Table
}

export async function makeWorld(server: BuiltServer): Promise<World> {
  const programme = 'pon-metro-2014-2020'
  const full = await server.createTable({
    title: 'Quartieri Connessi',
    programme,
    city: 'Milano',
    model: 'quartieri-connessi',
  })
  return {
    server,
    full,
    empty: await server.createTable({ title: 'Lorenteggio', programme, city: 'Milano' }),
    rich: await makeRichTable(server),
  }
}

/** Quartieri Connessi with places, dates, partners, and everything that is still open. */
export async function makeRichTable(server: BuiltServer): Promise<Table> {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
  })
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, {
    format: 'tavolo-board',
    schemaVersion: 1,
    boardId: table.id,
    exportedAt: '2026-01-01T00:00:00.000Z',
    ...richWhole(),
  })
  return table
}

/** A place a person can be in; `open` goes there from the one before it in the list. */
export interface Place {
  readonly name: string
  /** It is there only where there is a mouse and room. */
  readonly wideOnly?: boolean
  open(page: Page, world: World, look: Look): Promise<void>
}

/** The places that a look has, in their order. */
export const placesAt = ({ narrow }: Look): readonly Place[] =>
  PLACES.filter(({ wideOnly }) => !narrow || !wideOnly)

const MISSING = '00000000000000000000'
const WRONG_KEY = 'nessuna-chiave-come-questa-0000000000000000'

const closeDialog = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const opensView = (page: Page, view: Parameters<TablePage['opensView']>[0]): Promise<void> =>
  new TablePage(page, 'Anna').opensView(view)
const heading = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()

/** A comment on the intervention of the full table, or an answer to one; as a phone would send it. Returns its id. */
async function saysSomething(server: BuiltServer, { id, keys }: Table, answers?: string): Promise<string> {
  const exported = await server.api(keys.viewer, 'GET', `/api/boards/${id}/exports/board.json`)
  const { cards } = (await exported.json()) as { cards: Record<string, { kind: string }> }
  const card = Object.keys(cards).find((one) => cards[one]?.kind === 'intervention')
  const text = answers ? 'Sì, lo dice la delibera.' : 'Il totale comprende l’IVA?'
  const body = { card, text, ...(answers && { answers }) }
  const said = await server.api(keys.contributor, 'POST', `/api/boards/${id}/comments`, body)
  return ((await said.json()) as { id: string }).id
}

/** Every view of the product, in an order in which each can be reached from the one before. */
const PLACES: readonly Place[] = [
  {
    name: 'home-empty',
    async open(page) {
      await page.goto('/')
      await expect(page.getByText('Qui compariranno i tuoi tavoli')).toBeVisible()
      await expect(page.getByText(/^Tavolo \d/)).toBeVisible()
    },
  },
  {
    name: 'home-tables',
    async open(page, { server }) {
      await page.goto(`/#operator=${await server.operatorKey()}`)
      await expect(page.getByText('Lorenteggio').first()).toBeVisible()
    },
  },
  {
    name: 'home-new-table',
    async open(page) {
      await page.getByRole('button', { name: 'Apri un nuovo tavolo' }).click()
      await expect(page.getByRole('dialog', { name: 'Nuovo tavolo' })).toBeVisible()
    },
  },
  {
    name: 'error-no-key',
    async open(page, { empty }) {
      await page.goto(`/b/${empty.id}`)
      await heading(page, 'Serve il link del tavolo')
    },
  },
  {
    name: 'error-refused',
    async open(page, { empty }) {
      await page.goto(`/b/${empty.id}#${WRONG_KEY}`)
      await heading(page, 'Questo link non vale più')
    },
  },
  {
    name: 'error-missing',
    async open(page, { empty }) {
      await page.goto(`/b/${MISSING}#${empty.keys.editor}`)
      await heading(page, 'Qui non c’è nessun tavolo')
    },
  },
  {
    name: 'join',
    async open(page, { full }) {
      await page.goto(full.link('facilitator'))
      await heading(page, 'Quartieri Connessi')
    },
  },
  {
    name: 'board',
    async open(page, _world, { narrow }) {
      await page.getByRole('button', { name: 'Entra', exact: true }).click()
      const anna = new TablePage(page, 'Anna')
      await anna.seesSaved()
      if (narrow) await anna.opensView('Lavagna')
      await expect(page.getByText('totale · uguale al dichiarato')).toBeVisible()
    },
  },
  {
    name: 'board-link-question',
    wideOnly: true,
    async open(page) {
      const anna = new CanvasPage(page, 'Anna')
      await anna.asksToJoin(
        ['Azione', 'Ristrutturazione locali (portinerie, negozi…)'],
        ['Azione', 'Piattaforma digitale come strumento di accesso agevolato alle informazioni'],
      )
    },
  },
  {
    name: 'board-link',
    wideOnly: true,
    async open(page) {
      await page.getByRole('button', { name: 'abilita', exact: true }).first().click()
      await expect(page.getByRole('group', { name: /^Collegamento: / })).toBeVisible()
    },
  },
  {
    name: 'board-menu',
    wideOnly: true,
    async open(page) {
      await page.getByRole('group', { name: /^Asse: Asse 4/ }).click({ button: 'right' })
      await expect(page.getByRole('menuitem', { name: 'Collega a…' })).toBeVisible()
    },
  },
  {
    name: 'board-filters',
    async open(page, _world, { narrow }) {
      await page.keyboard.press('Escape')
      if (narrow) {
        await page.getByRole('button', { name: 'Aspetto e lingua' }).click()
        await page.getByRole('menuitem', { name: 'Filtri' }).click()
      } else await page.getByRole('button', { name: 'Filtri', exact: true }).click()
      await page
        .getByRole('region', { name: 'Filtri' })
        .getByRole('button', { name: /^Asse 4/ })
        .click()
      await expect(page.getByRole('group', { name: 'Filtri attivi' })).toContainText('5 di 12 schede')
    },
  },
  {
    name: 'board-filtered',
    async open(page) {
      await page.getByRole('region', { name: 'Filtri' }).getByRole('button', { name: 'Chiudi' }).click()
      await expect(page.getByRole('region', { name: 'Filtri' })).toBeHidden()
    },
  },
  {
    name: 'board-card',
    async open(page, _world, { narrow }) {
      await chooseBySearch(page, 'piattaforma')
      if (narrow) await page.getByRole('button', { name: 'Apri la scheda' }).click()
      await expect(page.getByRole('group', { name: 'Natura' })).toBeVisible()
    },
  },
  {
    name: 'board-need',
    async open(page, _world, { narrow }) {
      if (narrow) await page.getByRole('button', { name: 'Indietro' }).click()
      await chooseBySearch(page, 'Bisogno')
      if (narrow) await page.getByRole('button', { name: 'Apri la scheda' }).click()
      await expect(page.getByLabel('Chi lo dice')).toBeVisible()
    },
  },
  {
    name: 'outline',
    async open(page, _world, { narrow }) {
      if (narrow) await page.getByRole('button', { name: 'Indietro' }).click()
      await opensView(page, 'Elenco')
      await expect(page.getByRole('heading', { name: /^Interventi/ })).toBeVisible()
    },
  },
  {
    name: 'outline-card',
    async open(page) {
      await page.getByRole('button', { name: 'Apri la scheda «Quartieri Connessi»' }).click()
      await expect(page.getByRole('heading', { name: 'Totali dichiarati' })).toBeVisible()
    },
  },
  {
    name: 'card-comments',
    async open(page, { server, full }, { narrow }) {
      const id = await saysSomething(server, full)
      await saysSomething(server, full, id)
      const comments = page.getByRole('region', { name: 'Commenti 2' })
      if (narrow) await expect(comments).toBeAttached()
      else await expect(comments).toBeVisible()
      await comments.getByRole('button', { name: 'Rispondi' }).click()
      await expect(comments.getByRole('textbox', { name: 'La tua risposta' })).toBeFocused()
    },
  },
  {
    name: 'comments',
    async open(page, _world, { narrow }) {
      if (narrow) {
        await page.getByRole('button', { name: 'Indietro' }).click()
        await page.getByRole('button', { name: 'Aspetto e lingua' }).click()
      }
      await page.getByRole(narrow ? 'menuitem' : 'button', { name: /^Commenti:/ }).click()
      await expect(page.getByRole('dialog').getByText('Il totale comprende l’IVA?')).toBeVisible()
    },
  },
  {
    name: 'outline-row-menu',
    async open(page) {
      await closeDialog(page)
      await page.getByRole('button', { name: 'Altri comandi per «Quartieri Connessi»' }).first().click()
      await expect(page.getByRole('menuitem', { name: 'Collega a…' })).toBeVisible()
    },
  },
  {
    name: 'link-chooser',
    async open(page) {
      await page.getByRole('menuitem', { name: 'Collega a…' }).click()
      await expect(page.getByRole('combobox', { name: 'Collega a…' })).toBeFocused()
    },
  },
  {
    name: 'relink',
    async open(page) {
      await closeDialog(page)
      await page
        .getByRole('button', { name: /^Altri comandi per «Ristrutturazione locali/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Cambia un collegamento…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Cambia il collegamento' })
      await dialog.getByRole('button', { name: /finanzia/ }).click()
      await expect(dialog.getByRole('button', { name: /^Cambia da dove parte/ })).toBeFocused()
    },
  },
  {
    name: 'search',
    async open(page, _world, look) {
      await closeDialog(page)
      await opensSearch(page, look.narrow)
      await page.keyboard.type('quartieri')
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'help',
    async open(page) {
      await closeDialog(page)
      await page.keyboard.press('F1')
      await expect(page.getByRole('dialog', { name: 'Scorciatoie e gesti' })).toBeVisible()
    },
  },
  {
    name: 'trash',
    async open(page, _world, look) {
      await closeDialog(page)
      await opensSearch(page, look.narrow)
      await page.keyboard.type('apri il cestino')
      await expect(page.getByRole('option', { selected: true })).toContainText('cestino')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: 'Cestino' })).toBeVisible()
    },
  },
  {
    name: 'share',
    async open(page) {
      await closeDialog(page)
      await page.getByRole('button', { name: 'Condividi' }).click()
      await expect(page.getByRole('button', { name: 'Crea il link' })).toBeVisible()
    },
  },
  {
    name: 'funds',
    async open(page) {
      await closeDialog(page)
      await opensView(page, 'Fondi')
      await heading(page, 'Fondi')
    },
  },
  {
    name: 'checks',
    async open(page) {
      await opensView(page, 'Verifica')
      await heading(page, 'Verifica')
    },
  },
  {
    name: 'exports',
    async open(page) {
      await opensView(page, 'Esporta')
      await heading(page, 'Esporta')
      await expect(page.getByRole('heading', { name: 'Che cosa manca ancora' })).toBeVisible()
    },
  },
  {
    name: 'dossier-page',
    async open(page) {
      await page.getByRole('button', { name: 'Apri per stampare' }).click()
      await expect(page.getByRole('heading', { name: 'Quadro finanziario' })).toBeVisible()
    },
  },
  {
    name: 'picture-page',
    async open(page) {
      // The page to print is still open.
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Immagine e stampa…' }).click()
      await expect(page.getByRole('dialog').getByText('Tripla 1·3·4')).toBeVisible()
    },
  },
  {
    name: 'incoming-paste',
    async open(page) {
      // So is the picture.
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Incolla una tabella' }).click()
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible()
    },
  },
  {
    name: 'incoming-table',
    async open(page) {
      const table = 'Titolo\tCosto\tQuartiere\nRecupero ex scuola\t1.200.000\tLorenteggio\nSportello\tboh\t'
      await page.getByRole('dialog').getByRole('textbox').fill(table)
      await page.getByRole('button', { name: 'Leggi la tabella' }).click()
      await expect(page.getByRole('button', { name: 'Porta sul tavolo 2 schede' })).toBeVisible()
    },
  },
  {
    name: 'story',
    async open(page) {
      await closeDialog(page)
      await opensView(page, 'Storia')
      await heading(page, 'Storia')
      await expect(page.getByText('La storia comincia qui.')).toBeVisible()
    },
  },
  {
    name: 'story-name',
    async open(page) {
      await page.getByRole('button', { name: 'Dai un nome a questo momento' }).click()
      await expect(page.getByRole('dialog').getByLabel('Nome')).toBeVisible()
    },
  },
  {
    name: 'story-named',
    async open(page) {
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Nome').fill('Fine del primo incontro')
      await dialog.getByLabel('Nota (facoltativa)').fill('Con il Comitato inquilini e la Coop. La Strada')
      await dialog.getByRole('button', { name: 'Dai il nome' }).click()
      await expect(page.getByRole('heading', { name: 'Fine del primo incontro' })).toBeVisible()
    },
  },
  {
    name: 'story-past',
    async open(page, { server, full }) {
      const need = { text: 'Una palestra aperta anche la sera' }
      await server.api(full.keys.contributor, 'POST', `/api/boards/${full.id}/needs`, need)
      await page
        .getByRole('button', { name: 'Guarda il tavolo com’era dopo: Fine del primo incontro' })
        .click()
      await expect(page.getByRole('region', { name: /^Disegno del tavolo/ })).toBeVisible()
      await expect(page.getByText('1 scheda arrivata dopo')).toBeVisible()
    },
  },
  {
    name: 'story-restore',
    async open(page) {
      await page.getByRole('button', { name: 'Ripristina il tavolo a questo momento' }).click()
      await expect(page.getByRole('dialog', { name: /^Ripristinare il tavolo/ })).toBeVisible()
    },
  },
  {
    name: 'card-story',
    async open(page) {
      await closeDialog(page)
      await page.getByRole('button', { name: 'Torna a oggi' }).click()
      await opensView(page, 'Elenco')
      await page
        .getByRole('button', { name: /^Apri la scheda/ })
        .nth(1)
        .click()
      await page.locator('summary').filter({ hasText: 'Storia' }).click()
      const first = page.getByText('ha portato sul tavolo').last()
      await expect(first).toBeVisible()
      await first.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'people-menu',
    async open(page, _world, { narrow }) {
      if (narrow) await page.getByRole('button', { name: 'Indietro' }).click()
      await page.getByRole('button', { name: /al tavolo/ }).click()
      await expect(page.getByRole('button', { name: 'Entra come un’altra persona' })).toBeVisible()
    },
  },
  {
    name: 'settings-menu',
    async open(page) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Aspetto e lingua' }).click()
      await expect(page.getByRole('menuitemradio', { name: 'Scuro' })).toBeVisible()
    },
  },
  {
    name: 'insert-model',
    async open(page) {
      await page.getByRole('menuitem', { name: 'Inserisci un caso già svolto…' }).click()
      await expect(page.getByRole('dialog', { name: 'Inserisci un caso già svolto' })).toBeVisible()
    },
  },
  {
    name: 'matrices',
    async open(page, { rich }) {
      await page.goto(rich.link('facilitator'))
      await page.getByRole('button', { name: 'Entra', exact: true }).click()
      await new TablePage(page, 'Anna').seesSaved()
      await opensView(page, 'Matrici')
      await heading(page, 'Matrici')
    },
  },
  {
    name: 'matrices-cell',
    async open(page) {
      await page.getByRole('button', { name: /^Giovani × Lorenteggio/ }).click()
      await expect(page.getByRole('dialog', { name: 'Giovani × Lorenteggio' })).toBeVisible()
    },
  },
  {
    name: 'times',
    async open(page) {
      await closeDialog(page)
      await opensView(page, 'Tempi')
      await heading(page, 'Tempi')
    },
  },
  {
    name: 'funds-rich',
    async open(page) {
      await opensView(page, 'Fondi')
      await heading(page, 'Fondi')
    },
  },
  {
    name: 'partners',
    async open(page) {
      await opensView(page, 'Partner')
      await heading(page, 'Partner')
    },
  },
  {
    name: 'trace',
    async open(page) {
      await opensView(page, 'Traccia')
      await heading(page, 'Traccia')
    },
  },
  {
    name: 'checks-rich',
    async open(page) {
      await opensView(page, 'Verifica')
      await page.getByText('Come si calcola').first().click()
      await expect(page.getByRole('columnheader', { name: 'Punti' }).first()).toBeVisible()
    },
  },
  {
    name: 'compare',
    async open(page) {
      await opensView(page, 'Prima e dopo')
      await expect(page.getByRole('heading', { name: 'Euro spostati' })).toBeVisible()
    },
  },
  ...AGREEMENT_PLACES,
  {
    name: 'board-empty',
    async open(page, { empty }, { narrow }) {
      await page.goto(empty.link('editor'))
      await page.getByRole('button', { name: 'Entra', exact: true }).click()
      if (narrow) await opensView(page, 'Lavagna')
      await expect(page.getByRole('heading', { name: 'Si parte da un bisogno' })).toBeVisible()
    },
  },
  {
    name: 'board-palette-menu',
    async open(page) {
      await page.getByRole('button', { name: 'Asse', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Asse da scrivere' })).toBeVisible()
    },
  },
  {
    name: 'board-title',
    async open(page) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Scrivi il primo bisogno' }).click()
      await expect(page.getByRole('textbox', { name: 'Titolo · Bisogno' })).toBeFocused()
    },
  },
  {
    name: 'outline-empty',
    async open(page) {
      await page.keyboard.press('Escape')
      await opensView(page, 'Elenco')
      await expect(page.getByRole('heading', { name: /Il tavolo è vuoto/ })).toBeVisible()
    },
  },
  {
    name: 'funds-empty',
    open: (page) => opensView(page, 'Fondi').then(() => heading(page, 'Fondi')),
  },
  {
    name: 'checks-empty',
    open: (page) => opensView(page, 'Verifica').then(() => heading(page, 'Verifica')),
  },
  {
    name: 'offline',
    async open(page) {
      await page.context().setOffline(true)
      await new TablePage(page, 'Anna').seesOffline()
    },
  },
  {
    name: 'read-only',
    async open(page, { full }) {
      await page.context().setOffline(false)
      await page.goto(full.link('viewer'))
      await page.getByRole('button', { name: 'Continua come' }).click()
      await expect(page.getByText('Sola lettura')).toBeVisible()
      await opensView(page, 'Elenco')
      await page
        .getByRole('button', { name: /^Apri la scheda/ })
        .first()
        .click()
    },
  },
  {
    name: 'phone',
    async open(page, { full }) {
      await page.goto(full.link('contributor'))
      await expect(page.getByLabel('Che cosa manca nel quartiere?')).toBeVisible()
    },
  },
  {
    name: 'phone-received',
    async open(page) {
      await page.getByLabel('Che cosa manca nel quartiere?').fill('Manca un posto dove studiare la sera')
      await page.getByRole('button', { name: 'Anziani' }).click()
      await page.getByRole('button', { name: 'Aggiungi il tuo nome (facoltativo)' }).click()
      await page.getByRole('button', { name: 'Invia' }).click()
      await expect(page.getByText('Ricevuto. Grazie: è sul tavolo.')).toBeVisible()
    },
  },
  {
    name: 'phone-offline',
    async open(page) {
      await page.context().setOffline(true)
      await page.getByLabel('Che cosa manca nel quartiere?').fill('Scritto senza rete')
      await page.getByRole('button', { name: 'Invia' }).click()
      await expect(page.getByText(/^Senza rete: resta su questo telefono/).first()).toBeVisible()
    },
  },
  {
    name: 'phone-error',
    async open(page, { full }) {
      await page.context().setOffline(false)
      await page.goto(`/p/${full.id}#${WRONG_KEY}`)
      await heading(page, 'Questo codice non vale più')
    },
  },
]

async function opensSearch(page: Page, narrow: boolean): Promise<void> {
  if (narrow) {
    await page.getByRole('button', { name: 'Aspetto e lingua' }).click()
    await page.getByRole('menuitem', { name: 'Cerca' }).click()
  } else await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
}

async function chooseBySearch(page: Page, words: string): Promise<void> {
  await opensSearch(page, (page.viewportSize()?.width ?? 0) < 720)
  await page.keyboard.type(words)
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
