import { expect, type Locator, type Page } from '@playwright/test'
import type { Command } from './command-list.ts'
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
const chosen = (page: Page): Locator => page.locator('[data-card][aria-current="true"]').first()

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
    await chosen(page).click({ button: 'right' })
    await page.getByRole('menuitem', { name: command.label }).first().click()
  },
}

async function isIn(page: Page, view: Hands['view']): Promise<boolean> {
  const tab = page.getByRole('navigation', { name: 'Viste del tavolo' }).getByRole('button', { name: view })
  return (await tab.getAttribute('aria-current')) === 'page'
}

async function goes(page: Page, view: Hands['view']): Promise<void> {
  if (await isIn(page, view)) return
  await page.getByRole('navigation', { name: 'Viste del tavolo' }).getByRole('button', { name: view }).click()
}

/** Nothing chosen: the panel of what was chosen is closed. */
async function letsGo(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Chiudi la scheda' })
  if (await close.isVisible()) await close.click()
}

async function clicksGround(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mostra tutto', exact: true }).click()
  const box = await page.getByRole('region', { name: 'Lavagna' }).boundingBox()
  if (!box) throw new Error('There is no canvas.')
  await page.mouse.click(box.x + 110, box.y + 20)
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
