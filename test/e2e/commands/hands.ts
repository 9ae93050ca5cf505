import { expect, type Locator, type Page } from '@playwright/test'
import { pressed, type Command } from './command-list.ts'
import { boxOf } from '../pages/place.ts'
import type { Scene } from './scenes.ts'

/** One way of working at a table: how a card is chosen, and how a command is given. */
export interface Hands {
  readonly name: string
  readonly view: 'Lavagna' | 'Elenco'
  /** Whether these hands have the command: what is only about the canvas, the outline does not. */
  has(command: Command): boolean
  /** Makes ready: nothing open, nothing in hand, in this view, these cards chosen. */
  prepare(page: Page, scene: Scene): Promise<void>
  give(page: Page, command: Command, scene: Scene): Promise<void>
}

const search = (page: Page): Locator => page.getByRole('dialog', { name: 'Cerca schede e comandi' })

/** The first chosen card whose head is seen: cards around the view are there too, and which comes first is chance. */
async function chosen(page: Page): Promise<Locator> {
  const canvas = page.locator('[data-canvas]')
  const seen = (): Promise<string> =>
    canvas.evaluate((board) => {
      const { left, top, right, bottom } = board.getBoundingClientRect()
      const cards = [...board.querySelectorAll<HTMLElement>('[data-card][aria-current="true"]')]
      const one = cards.find((card) => {
        const at = card.getBoundingClientRect()
        return at.left >= left && at.top >= top && at.left + 60 < right && at.top + 30 < bottom
      })
      return one?.dataset['card'] ?? ''
    })
  await expect.poll(seen).not.toBe('')
  return canvas.locator(`[data-card="${await seen()}"]`)
}

/** Commands that lead to a view, or show one differently: there is nothing to do where one is already. */
const ONLY_IN: Readonly<Record<string, Hands['view']>> = {
  show: 'Elenco',
  'outline.table': 'Elenco',
  'view.board': 'Elenco',
  'view.outline': 'Lavagna',
}
const isElsewhere = (id: string, view: Hands['view']): boolean => (ONLY_IN[id] ?? view) !== view

/** Everything with the mouse: buttons, the menu of a card, the list of commands. Only words are typed. */
export const pointer: Hands = {
  name: 'at the canvas by pointer',
  view: 'Lavagna',
  has: ({ id }) => !isElsewhere(id, 'Lavagna'),
  async prepare(page, { cards }) {
    await goes(page, 'Lavagna')
    await letsGo(page)
    for (const card of cards)
      await (card === '*' ? clicksInSearch(page, 'Scegli tutto') : clicksCard(page, card))
  },
  async give(page, command, { cards }) {
    if (command.id === 'escape') return clicksGround(page)
    if (!command.ofCards || cards.length === 0) return clicksInSearch(page, command.label)
    // On its head: a frame is covered by what lies in it.
    await (await chosen(page)).click({ button: 'right', position: { x: 30, y: 14 } })
    await page.getByRole('menuitem', { name: command.label }).first().click()
  },
}

/** Everything with keys: shortcuts, and by name what has none. */
export const keyboard: Hands = {
  name: 'at the canvas by keyboard alone',
  view: 'Lavagna',
  has: ({ id }) => !isElsewhere(id, 'Lavagna'),
  async prepare(page, { cards }) {
    if (!(await isIn(page, 'Lavagna'))) await namesInSearch(page, 'Vai a Lavagna')
    // From wherever the focus is, to a card by its name; with none wanted, out of it again.
    const [card] = cards
    const name = card === undefined || card === '*' ? PLACE : card
    await namesInSearch(page, name, true)
    await expect(page.locator('[data-card]:focus')).toHaveAccessibleName(new RegExp(`: ${name}`))
    await expect(page.locator('[data-card][aria-current]')).toHaveCount(1)
    if (card === undefined) await page.keyboard.press('Escape')
    if (card === '*') await page.keyboard.press('Control+a')
  },
  async give(page, { shortcut, label }) {
    if (shortcut) await page.keyboard.press(pressed(shortcut))
    else await namesInSearch(page, label)
  },
}

/** In the outline: the menu of a row, and by name what is about the whole table. */
export const outline: Hands = {
  name: 'in the outline',
  view: 'Elenco',
  has: ({ id, canvasOnly }) => !canvasOnly && !isElsewhere(id, 'Elenco'),
  async prepare(page) {
    await goes(page, 'Elenco')
    await expect(page.getByRole('heading', { name: /^Bisogni/ })).toBeVisible()
  },
  async give(page, { label, ofCards }, { cards: [card] }) {
    if (!ofCards || card === undefined) return clicksInSearch(page, label)
    await page
      .getByRole('button', { name: `Altri comandi per «${card}` })
      .first()
      .click()
    await page.getByRole('menuitem', { name: label }).first().click()
  },
}

/** A card to go by where none is wanted. */
const PLACE = 'Quartieri Connessi'

async function isIn(page: Page, view: Hands['view']): Promise<boolean> {
  const tab = page.getByRole('navigation', { name: 'Viste del tavolo' }).getByRole('button', { name: view })
  return (await tab.getAttribute('aria-current')) === 'page'
}

async function goes(page: Page, view: Hands['view']): Promise<void> {
  if (await isIn(page, view)) return
  const tab = page.getByRole('navigation', { name: 'Viste del tavolo' }).getByRole('button', { name: view })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
}

/** Nothing chosen: the panel of what was chosen is closed. Its place is there with the choice, what it holds comes later. */
async function letsGo(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Scheda scelta' })
  if (!(await panel.isVisible())) return
  await panel.getByRole('button', { name: 'Chiudi la scheda' }).click()
  await expect(panel).toHaveCount(0)
}

async function clicksGround(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mostra tutto', exact: true }).click()
  const { x, y } = await boxOf(page.getByRole('region', { name: 'Lavagna' }))
  await page.mouse.click(x + 110, y + 20)
}

async function opensSearch(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await expect(search(page).getByRole('combobox')).toBeFocused()
}

async function clicksInSearch(page: Page, command: string): Promise<void> {
  await opensSearch(page)
  // The search does not offer itself: it is open already.
  if (command === 'Cerca schede e comandi') return
  await page.keyboard.type(command)
  await line(page, command).click()
  await expect(search(page)).toHaveCount(0)
}

async function clicksCard(page: Page, title: string): Promise<void> {
  await opensSearch(page)
  await page.keyboard.type(title)
  await search(page).getByRole('option').filter({ hasText: title }).first().click()
  await expect(page.locator('[data-card]:focus')).toHaveAttribute('aria-current', 'true')
}

/** The line of a command: its whole name, not one that begins alike. */
const line = (page: Page, command: string): Locator =>
  search(page)
    .getByRole('option')
    .filter({ has: page.getByText(command, { exact: true }) })
    .last()

/** Types a name and walks to its line; a card comes before the commands that are called alike. */
async function namesInSearch(page: Page, name: string, isCard = false): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(search(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(name)
  const wanted = isCard
    ? search(page).getByRole('option').filter({ hasText: name }).first()
    : line(page, name)
  await expect(wanted).toBeVisible()
  while ((await wanted.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(search(page)).toHaveCount(0)
}
