import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

/** A person without a mouse, who must always know where they are. */
class Keys extends TablePage {
  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Lavagna' })
  }

  get search(): Locator {
    return this.page.getByRole('dialog', { name: 'Cerca schede e comandi' })
  }

  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Looks for something and gives up. */
  async looksAndLeaves(): Promise<void> {
    await this.presses('Control+k')
    await expect(this.search.getByRole('combobox')).toBeFocused()
    await this.presses('Escape')
    await expect(this.search).toHaveCount(0)
  }

  async looksFor(words: string): Promise<void> {
    await this.presses('Control+k')
    await expect(this.search.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(words)
    await expect(this.search.getByRole('option', { selected: true })).toContainText(words)
  }

  /** Comes to a card by its name, on the canvas. */
  async comesTo(words: string): Promise<Locator> {
    await this.looksFor(words)
    await this.presses('Enter')
    const card = this.canvas.getByRole('group', { name: new RegExp(words) })
    await expect(card).toBeFocused()
    return card
  }
}

async function atARichTable(server: Parameters<typeof makeRichTable>[0], page: Page): Promise<Keys> {
  const table = await makeRichTable(server)
  const anna = new Keys(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.seesSaved()
  return anna
}

test('who gives up a search is back where they were: at a title, a menu, a cell, each with what was typed', async ({
  server,
  anna: page,
}) => {
  const anna = await atARichTable(server, page)

  await test.step('the title of a card', async () => {
    const card = await anna.comesTo('Una piscina')
    await anna.presses('Enter')
    await page.keyboard.type(' coperta')
    await anna.looksAndLeaves()
    await expect(card).toBeFocused()
    await expect(card).toHaveAccessibleName('Bisogno: Una piscina coperta')
  })

  await test.step('the menu of a card', async () => {
    await anna.presses('Shift+F10')
    await expect(page.getByRole('menuitem', { name: 'Apri la scheda' })).toBeFocused()
    await anna.looksAndLeaves()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(anna.canvas.getByRole('group', { name: 'Bisogno: Una piscina coperta' })).toBeFocused()
  })

  await test.step('a cell of the table', async () => {
    await anna.opensView('Elenco')
    const table = page.getByRole('button', { name: 'Tabella', exact: true })
    await table.focus()
    await anna.presses('Enter')
    // One view has taken the place of the other, the button has stayed under the hand.
    await expect(page.getByRole('grid')).toBeVisible()
    await expect(table).toBeFocused()
    const title = 'Le case popolari sono isolate dal resto della città'
    await page.getByRole('gridcell', { name: title, exact: true }).focus()
    await anna.presses('Enter', 'End')
    await page.keyboard.type(' vecchia')
    await anna.looksAndLeaves()
    await expect(page.getByRole('gridcell', { name: `${title} vecchia`, exact: true })).toBeFocused()
  })
})

test('what is taken away does not take the focus with it', async ({ server, anna: page }) => {
  const anna = await atARichTable(server, page)

  await test.step('the name of the table', async () => {
    const title = page.getByRole('banner').getByRole('button', { name: /Cambia il titolo/ })
    for (const key of ['Escape', 'Enter']) {
      await title.focus()
      await anna.presses('Enter')
      await expect(page.getByRole('textbox', { name: 'Titolo del tavolo' })).toBeFocused()
      await anna.presses(key)
      await expect(title).toBeFocused()
    }
  })

  await test.step('filters, one after the other', async () => {
    await anna.canvas.focus()
    await anna.presses('Control+Shift+f')
    const panel = page.getByRole('region', { name: 'Filtri' })
    await expect(panel).toBeFocused()
    for (const name of [/^Azione/, /^Bisogno/]) {
      await panel.getByRole('button', { name }).focus()
      await anna.presses('Space')
    }
    await anna.presses('Escape')
    await expect(anna.canvas).toBeFocused()
    const line = page.getByRole('group', { name: 'Filtri attivi' })
    await line.getByRole('button').first().focus()
    await anna.presses('Enter')
    await expect(line.getByRole('button', { name: /togli questo filtro/ })).toHaveCount(1)
    await expect(line.getByRole('button').first()).toBeFocused()
    await anna.presses('Enter')
    await expect(line).toHaveCount(0)
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('a link, from its own panel', async () => {
    await anna.canvas.focus()
    await anna.presses('Shift+1', 'l')
    for (const need of ['Una piscina', 'Le case popolari']) {
      await anna.canvas.getByRole('group', { name: new RegExp(`^Bisogno: ${need}`) }).focus()
      await anna.presses('Enter')
    }
    await expect(anna.canvas.getByRole('dialog').getByRole('button').first()).toBeFocused()
    await anna.presses('Enter')
    await anna.panel.getByRole('button', { name: 'Scollega', exact: true }).focus()
    await anna.presses('Enter')
    await expect(anna.panel).toBeHidden()
    await expect(anna.canvas).toBeFocused()
  })

  await test.step('a card in the trash is found there, and goes back on the table', async () => {
    await anna.comesTo('Una piscina')
    await anna.presses('Delete')
    await expect(anna.canvas).toBeFocused()
    await anna.presses('Control+k')
    await page.keyboard.type('Una piscina')
    await expect(anna.search.getByRole('status')).toHaveText(
      'Sul tavolo niente con queste parole, ma una scheda è nel cestino.',
    )
    await anna.presses('Enter')
    const trash = page.getByRole('dialog', { name: 'Cestino' })
    await expect(trash.getByRole('button', { name: 'Ripristina «Una piscina»' })).toBeFocused()
    await anna.presses('Enter')
    await expect(trash.getByRole('status')).toContainText('Una piscina')
    await expect(trash.getByRole('button', { name: 'Chiudi' })).toBeFocused()
    await anna.presses('Escape')
    await expect(anna.canvas).toBeFocused()
    await anna.comesTo('Una piscina')
  })
})

test('a row of a filtered list stays while its title is written, and goes when one has gone on', async ({
  server,
  anna: page,
}) => {
  const anna = await atARichTable(server, page)
  await anna.opensView('Elenco')
  const filter = page.getByRole('textbox', { name: 'Filtra' })
  await filter.fill('piscina')
  const row = page.getByRole('textbox', { name: /^Titolo: Bisogno/ })
  await expect(row).toHaveValue('Una piscina')
  await row.focus()
  await anna.presses('Control+a')
  await page.keyboard.type('Un campo di bocce')
  await anna.seesSaved()
  await expect(row).toHaveValue('Un campo di bocce')
  await expect(row).toBeFocused()
  await filter.fill('piscina ')
  await expect(row).toHaveCount(0)
})
