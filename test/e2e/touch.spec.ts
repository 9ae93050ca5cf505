import type { Locator, Page } from '@playwright/test'
import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { Finger } from './pages/finger.ts'
import { boxOf, middleOf } from './pages/place.ts'

const TABLE = { title: 'Portinerie', programme: 'pon-metro-2014-2020' }
const NEED = 'Manca chi tiene le chiavi'
const ACTION = 'Portierato di quartiere'

interface Exported {
  readonly cards: Readonly<Record<string, { readonly kind: string; readonly at: readonly number[] }>>
  readonly links: Readonly<Record<string, { readonly kind: string }>>
}

async function boardOf(server: BuiltServer, { id, keys }: Table): Promise<Exported> {
  const answer = await server.api(keys.viewer, 'GET', `/api/boards/${id}/exports/board.json`)
  return (await answer.json()) as Exported
}

async function sitsDown(phone: Page, finger: Finger, table: Table): Promise<void> {
  await phone.goto(table.link('editor'))
  await finger.taps(phone.getByRole('button', { name: 'Entra', exact: true }))
  await expect(phone.getByRole('navigation', { name: 'Viste del tavolo' })).toBeVisible()
}

/** The panel of a card, which on a phone is a window: reads, writes, says something about it. */
async function commentsInPanel(phone: Page, finger: Finger, words: string): Promise<void> {
  const window = phone.getByRole('dialog', { name: 'Scheda' })
  await finger.taps(window.getByRole('textbox', { name: 'Scrivi un commento…' }))
  await finger.writes(words)
  await finger.taps(window.getByRole('button', { name: 'Commenta' }))
  await expect(window.getByRole('article', { name: /^Commento di/ })).toContainText(words)
}

test('on the canvas of a phone: create, link, move, edit, comment, menu, pinch, with fingers alone', async ({
  server,
  phone,
}) => {
  const table = await server.createTable(TABLE)
  const finger = await Finger.on(phone)
  await sitsDown(phone, finger, table)
  await finger.taps(phone.getByRole('navigation').getByRole('button', { name: 'Lavagna' }))
  const canvas = phone.getByRole('region', { name: 'Lavagna' })
  const palette = phone.getByRole('toolbar', { name: 'Strumenti della lavagna' })
  const card = (kind: string, title: string): Locator =>
    canvas.getByRole('group', { name: `${kind}: ${title}`, exact: true })
  const placeOf = async (one: Locator): Promise<readonly [number, number]> => {
    const box = await one.boundingBox()
    return [box?.x ?? NaN, box?.y ?? NaN]
  }

  const hint = phone.getByRole('status').filter({ hasText: 'scegli il posto' })
  const saysBelowTheTotal = async (words: string): Promise<void> => {
    // Read as it is seen: a phone has no Esc.
    await expect(hint).toHaveText(words, { useInnerText: true })
    const total = await boxOf(phone.getByRole('button', { name: /^Totale/ }))
    expect((await boxOf(hint)).y).toBeGreaterThanOrEqual(total.y + total.height)
  }

  await test.step('create: a kind in the palette, then a place', async () => {
    await finger.taps(palette.getByRole('button', { name: 'Bisogno' }))
    await saysBelowTheTotal('Bisogno: scegli il posto sulla lavagna')
    await finger.taps(phone.getByRole('button', { name: 'Lascia', exact: true }))
    await expect(hint).toHaveCount(0)
    await finger.taps(palette.getByRole('button', { name: 'Bisogno' }))
    await finger.taps([195, 240])
    await finger.writes(NEED)
    await finger.taps(palette.getByRole('button', { name: 'Azione' }))
    await expect(hint).toHaveText('Azione: scegli il posto sulla lavagna', { useInnerText: true })
    await finger.taps([195, 430])
    await finger.writes(ACTION)
    // Beside everything: the title is left.
    await finger.taps([20, 560])
    await expect(card('Bisogno', NEED)).toBeVisible()
    await expect(card('Azione', ACTION)).toBeVisible()
  })

  await test.step('what comes next is said in the words of this palette, which stays where it is whatever is chosen', async () => {
    await expect(
      phone.getByText('Passo seguente: premi «Altro», «Collega», poi l’azione e il bisogno'),
    ).toBeVisible()
    const more = palette.getByRole('button', { name: 'Altro' })
    const place = await boxOf(more)
    await finger.taps(card('Azione', ACTION))
    await expect(phone.getByRole('button', { name: 'Apri la scheda' })).toBeVisible()
    expect(await boxOf(more)).toEqual(place)
    // Twice on the same place: the menu that opens does not come under the finger.
    const middle = [place.x + place.width / 2, place.y + place.height / 2] as const
    await finger.taps(middle)
    await expect(palette.getByRole('group', { name: 'Altro' })).toBeVisible()
    await finger.taps(middle)
    await expect(palette.getByRole('group', { name: 'Altro' })).toHaveCount(0)
    await finger.taps([20, 560])
    await expect(phone.getByRole('button', { name: 'Apri la scheda' })).toHaveCount(0)
  })

  await test.step('link: the tool, one card, the other', async () => {
    await finger.taps(palette.getByRole('button', { name: 'Altro' }))
    await finger.taps(palette.getByRole('button', { name: 'Collega', exact: true }))
    await finger.taps(card('Azione', ACTION))
    await finger.taps(card('Bisogno', NEED))
    await expect(phone.getByRole('status').filter({ hasText: /^Collegato: / })).toBeVisible()
    await expect
      .poll(async () => Object.values((await boardOf(server, table)).links).map(({ kind }) => kind))
      .toEqual(['answers'])
    await finger.taps([20, 560])
  })

  await test.step('move: the card goes with the finger, the ground with a finger beside it', async () => {
    await expect(phone.locator('[data-state]')).toHaveAttribute('data-state', 'saved')
    const before = await boardOf(server, table)
    await finger.drags(card('Bisogno', NEED), [40, -60])
    const [id] = Object.entries(before.cards).find(([, { kind }]) => kind === 'need') ?? ['']
    await expect
      .poll(async () => (await boardOf(server, table)).cards[id]?.at)
      .not.toEqual(before.cards[id]?.at)
    await finger.taps([20, 560])
    const { x, y } = await boxOf(card('Azione', ACTION))
    // Elsewhere than the tap before: twice on one place would be a double tap.
    await finger.drags([250, 560], [30, -40])
    // The first few pixels tell a drag from a tap.
    await expect.poll(async () => (await placeOf(card('Azione', ACTION)))[0]).toBeGreaterThan(x + 20)
    await expect.poll(async () => (await placeOf(card('Azione', ACTION)))[1]).toBeLessThan(y - 20)
  })

  await test.step('edit and comment: in the window of the card', async () => {
    await finger.taps(card('Azione', ACTION))
    await finger.taps(phone.getByRole('button', { name: 'Apri la scheda' }))
    const window = phone.getByRole('dialog', { name: 'Scheda' })
    await finger.taps(window.getByRole('textbox', { name: 'Testo' }))
    await finger.writes('Due ore ogni sera')
    await commentsInPanel(phone, finger, 'Chi la paga?')
    await finger.taps(window.getByRole('button', { name: 'Indietro' }))
    await expect(window).toHaveCount(0)
  })

  await test.step('a long press opens the menu of the card, and nothing else', async () => {
    await finger.holds(card('Azione', ACTION))
    const menu = phone.getByRole('menu', { name: `Comandi per «${ACTION}»` })
    await expect(menu).toBeVisible()
    await finger.taps(menu.getByRole('menuitem', { name: /^Duplica(?! con)/ }))
    await expect(card('Azione', ACTION)).toHaveCount(2)
    await finger.taps([20, 560])
  })

  await test.step('two fingers that open make everything larger', async () => {
    const widthOf = async (): Promise<number> => (await card('Bisogno', NEED).boundingBox())?.width ?? NaN
    const { width: before } = await boxOf(card('Bisogno', NEED))
    await finger.pinches([195, 560], 80, 140)
    await expect.poll(widthOf).toBeGreaterThan(before * 1.4)
  })

  await test.step('of two fingers the one that is lifted later goes on moving the board', async () => {
    const { x, y, width } = await boxOf(card('Bisogno', NEED))
    await finger.pinchesAndGoesOn([195, 560], 140, 140, [60, 80])
    const after = await boxOf(card('Bisogno', NEED))
    expect(after.width).toBeCloseTo(width, 0)
    expect(after.x - x).toBeCloseTo(60, -1)
    expect(after.y - y).toBeCloseTo(80, -1)
  })

  await test.step('one finds back, and what one writes stays above a keyboard that takes no room from the page', async () => {
    await finger.taps(phone.getByRole('button', { name: 'Mostra tutto' }))
    const zoom = phone.getByRole('group', { name: 'Ingrandimento' })
    const fitted = await zoom.innerText()
    await finger.taps(phone.getByRole('button', { name: 'Altro: comandi, aspetto e lingua' }))
    await finger.taps(phone.getByRole('menuitem', { name: 'Torna dov’eri' }))
    await expect.poll(() => zoom.innerText()).not.toBe(fitted)
    // From far: the board comes near under the finger, and the title stays open.
    await finger.pinches([195, 480], 280, 60)
    await finger.taps(palette.getByRole('button', { name: 'Bisogno' }))
    await finger.taps([195, 640])
    await finger.writes('Chi apre la sera?')
    const { width } = await boxOf(canvas.getByRole('textbox'))
    await finger.pinches(await middleOf(canvas.getByRole('textbox')), 40, 60)
    await expect
      .poll(async () => (await canvas.getByRole('textbox').boundingBox())?.width)
      .toBeGreaterThan(width * 1.3)
    await finger.pinches(await middleOf(canvas.getByRole('textbox')), 60, 40)
    await expect(zoom).toHaveCount(0)
    // As iPhones tell of their keyboard.
    await phone.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { get: () => innerHeight - 336 })
      visualViewport?.dispatchEvent(new Event('resize'))
    })
    const field = canvas.getByRole('textbox')
    await expect(field).toBeFocused()
    const bottomOf = async (): Promise<number> => {
      const box = await field.boundingBox()
      return box ? box.y + box.height : Infinity
    }
    await expect.poll(bottomOf).toBeLessThan(844 - 336)
  })
})

test('in the outline of a phone: create, link, reorder, edit, comment, with fingers alone', async ({
  server,
  phone,
}) => {
  const table = await server.createTable(TABLE)
  const finger = await Finger.on(phone)
  await sitsDown(phone, finger, table)
  const main = phone.getByRole('main')
  const asks = async (title: string, command: string): Promise<void> => {
    await finger.taps(main.getByRole('button', { name: `Altri comandi per «${title}»` }))
    await finger.taps(phone.getByRole('menuitem', { name: command }).first())
  }

  await finger.taps(main.getByRole('button', { name: 'Bisogno', exact: true }))
  await finger.writes(NEED)
  const foot = main.getByText(/^Invio: nuova riga/)
  await expect(foot).toBeVisible()
  await expect(foot).not.toContainText('Ctrl', { useInnerText: true })
  for (const title of [ACTION, 'Sportello mobile']) {
    await finger.taps(main.getByRole('button', { name: 'Aggiungi azione', exact: true }))
    await finger.writes(title)
  }

  await asks(ACTION, 'Collega a…')
  const chooser = phone.getByRole('dialog', { name: 'Collega a…' })
  await finger.writes('chiavi')
  await finger.taps(chooser.getByRole('option', { name: NEED }))
  await expect(chooser).toHaveCount(0)

  const titles = (): Promise<string[]> =>
    main
      .getByRole('textbox', { name: 'Titolo: Azione' })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
  await expect.poll(titles).toEqual([ACTION, 'Sportello mobile'])
  await asks('Sportello mobile', 'Sposta prima nell’elenco')
  await expect.poll(titles).toEqual(['Sportello mobile', ACTION])

  await asks(ACTION, 'Commenta la scheda')
  await commentsInPanel(phone, finger, 'Chi la paga?')
  await finger.taps(phone.getByRole('dialog', { name: 'Scheda' }).getByRole('button', { name: 'Indietro' }))

  await expect(phone.locator('[data-state]')).toHaveAttribute('data-state', 'saved')
  const { cards, links } = await boardOf(server, table)
  expect(
    Object.values(cards)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['action', 'action', 'need'])
  expect(Object.values(links).map(({ kind }) => kind)).toEqual(['answers'])
})

test('rows of the outline are high enough for a finger on a tablet, and undo is beside the list and the table', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ ...TABLE, model: 'quartieri-connessi' })
  const tablet = await newPerson({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })
  const finger = await Finger.on(tablet)
  await sitsDown(tablet, finger, table)
  await finger.taps(tablet.getByRole('navigation').getByRole('button', { name: 'Elenco' }))
  const main = tablet.getByRole('main')
  const title = main.getByRole('textbox', { name: 'Titolo: Bisogno' }).first()
  expect((await boxOf(title)).height).toBeGreaterThanOrEqual(44)

  // Enter of a keyboard that suggests words sends no key, only that a line is to be broken.
  const rows = await main.getByRole('textbox', { name: 'Titolo: Bisogno' }).count()
  await finger.taps(title)
  await title.evaluate((field) =>
    field.dispatchEvent(
      new InputEvent('beforeinput', { inputType: 'insertLineBreak', bubbles: true, cancelable: true }),
    ),
  )
  await expect(main.getByRole('textbox', { name: 'Titolo: Bisogno' })).toHaveCount(rows + 1)

  await finger.taps(main.getByRole('button', { name: 'Tabella' }))
  await expect(main.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 2))
  await finger.taps(main.getByRole('button', { name: 'Annulla' }))
  await expect(main.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 1))
})
