import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ExportsPage } from './pages/exports-page.ts'
import { OutlinePage } from './pages/outline-page.ts'
import { boxOf } from './pages/place.ts'
import { hasFocus, walk } from './pages/walk.ts'

const NEED = 'Manca chi tiene le chiavi'
const ACTION = 'Portierato di quartiere'
const FUND = 'FSE'
const FRAME = 'Portinerie sociali'

/** A person at the canvas who has no mouse: letters make cards, Tab goes from one to the next. */
class CanvasByKeys extends OutlinePage {
  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Lavagna' })
  }

  card(kind: string, title: string): Locator {
    return this.canvas.getByRole('group', { name: `${kind}: ${title}`, exact: true })
  }

  /** One letter makes the card, its title is open for typing. */
  async makes(letter: string, kind: string, title: string): Promise<void> {
    await this.presses(letter)
    await expect(this.canvas.getByRole('textbox', { name: `Titolo · ${kind}` })).toBeFocused()
    await this.page.keyboard.type(title)
    await this.presses('Enter')
    await expect(this.card(kind, title)).toBeFocused()
  }

  /** Takes the joining tool at the card with the focus, walks to another one and joins them. */
  async joins(kind: string, title: string): Promise<void> {
    await this.presses('l')
    const other = this.card(kind, title)
    // Reading order ends where the canvas does: the other card may lie before this one.
    for (let step = 0; step < 10 && !(await hasFocus(other)); step++) await this.presses('Shift+Tab')
    if (!(await hasFocus(other))) await walk(this.page, 'Tab', other)
    await this.presses('Enter')
  }

  /** Goes by name: a card, a view, a command. */
  async goesTo(name: string): Promise<void> {
    await this.presses('Control+k')
    const search = this.page.getByRole('dialog', { name: 'Cerca schede e comandi' })
    await expect(search.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(name)
    await expect(search.getByRole('option', { selected: true })).toContainText(name)
    await this.presses('Enter')
    await expect(search).toHaveCount(0)
  }
}

test('from the list of tables to the file, on the canvas, without a mouse', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable({ title: 'Portinerie', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasByKeys(page, 'Anna')

  await test.step('the table is opened from the list', async () => {
    await anna.sitsDownAt(table.link('facilitator'))
    await anna.walksTo(page.getByRole('link', { name: 'Tavolo: vai ai tuoi tavoli' }))
    await anna.presses('Enter')
    await anna.walksTo(page.getByRole('link', { name: /Portinerie/ }))
    await anna.presses('Enter')
    await anna.isAtTheTable()
  })

  await test.step('a need, an action, a fund', async () => {
    await anna.walksTo(anna.canvas)
    await anna.makes('b', 'Bisogno', NEED)
    await anna.makes('a', 'Azione', ACTION)
    await anna.makes('f', 'Fondo', FUND)
  })

  await test.step('a frame grows without dragging, one step of undo takes it back, and it goes', async () => {
    await anna.makes('i', 'Intervento', FRAME)
    const frame = anna.card('Intervento', FRAME)
    const width = async (): Promise<number> => (await frame.boundingBox())?.width ?? 0
    const { width: before } = await boxOf(frame)
    await anna.presses('Alt+Shift+ArrowRight')
    await expect.poll(width).toBeGreaterThan(before)
    await anna.presses('Control+z')
    await expect.poll(width).toBe(before)
    await anna.presses('Delete')
    await expect(frame).toHaveCount(0)
  })

  await test.step('the action answers the need and is paid by the fund', async () => {
    await anna.goesTo(ACTION)
    await expect(anna.card('Azione', ACTION)).toBeFocused()
    await anna.joins('Bisogno', NEED)
    await expect(page.getByRole('status').filter({ hasText: /^Collegato: .*risponde/ })).toBeVisible()
    await anna.goesTo(ACTION)
    await anna.joins('Fondo', FUND)
    await expect(page.getByRole('status').filter({ hasText: /^Collegato: .*FSE/ })).toBeVisible()
  })

  await test.step('money', async () => {
    await anna.goesTo(ACTION)
    await anna.presses('Control+Enter')
    await expect(anna.panel.getByRole('article', { name: ACTION })).toBeVisible()
    await anna.writesAmount('Importo: FSE', '120 mila', '120.000,00\u00a0€')
    await anna.presses('Escape')
    await expect(anna.panel).toBeHidden()
  })

  await test.step('the checks are read, and one leads to its card', async () => {
    await anna.goesTo('Vai a Verifica')
    await anna.walksTo(anna.main.getByRole('button', { name: /^Mostra le schede di/ }).first())
    await anna.presses('Enter')
    await expect(page.locator('[data-card]:focus')).toHaveAttribute('aria-current', 'true')
  })

  await test.step('a comment', async () => {
    await anna.goesTo(ACTION)
    await anna.presses('k')
    await expect(anna.focused).toHaveAccessibleName('Scrivi un commento…')
    await page.keyboard.type('Chi la paga dopo?')
    await anna.presses('Control+Enter')
    await expect(anna.panel.getByRole('article', { name: 'Commento di Anna' })).toContainText('dopo?')
  })

  await test.step('the file', async () => {
    await anna.goesTo('Vai a Esporta')
    const { text } = await new ExportsPage(page, 'Anna').downloadsByKeys('Piano (JSON)')
    expect(JSON.stringify(JSON.parse(text))).toContain(ACTION)
    expect(text).toContain('"funded": "120000.00"')
  })
})
