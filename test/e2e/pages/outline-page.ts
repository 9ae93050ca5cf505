import { expect, type Locator } from '@playwright/test'
import type { Kind } from './canvas-page.ts'
import { TablePage, type View } from './table-page.ts'
import { walk } from './walk.ts'

export type Nature = 'Materiale' | 'Immateriale' | 'Digitale'
const NATURES: readonly Nature[] = ['Materiale', 'Immateriale', 'Digitale']

/**
 * A person at the outline who has no mouse: everything is done with keys, and nothing is typed before the focus has
 * come where it should go.
 */
export class OutlinePage extends TablePage {
  override async sitsDownAt(link: string): Promise<void> {
    await this.page.goto(link)
    await this.#walks('Tab', this.page.getByLabel('Come ti chiami? (facoltativo)'))
    await this.#types(this.name)
    await this.presses('Enter')
    await this.isAtTheTable()
  }

  override async opensView(view: View): Promise<void> {
    const tab = this.views.getByRole('button', { name: view })
    await this.#walks('Tab', tab)
    await this.presses('Enter')
    await expect(tab).toHaveAttribute('aria-current', 'page')
  }

  /** The first card of an empty table, from the buttons that explain it. */
  async begins(kind: Kind, title: string): Promise<void> {
    await this.#walks('Tab', this.main.getByRole('button', { name: kind, exact: true }))
    await this.presses('Enter')
    await this.#writesNewRow(kind, title)
  }

  /** A new row in a group, by the group's own button. */
  async adds(button: string, kind: Kind, title: string): Promise<void> {
    await this.#walks('Tab', this.main.getByRole('button', { name: button, exact: true }))
    await this.presses('Enter')
    await this.#writesNewRow(kind, title)
  }

  /** Enter in a title makes the next row of the same kind. */
  async writesNext(kind: Kind, title: string): Promise<void> {
    await this.presses('Enter')
    await this.#writesNewRow(kind, title)
  }

  /** A row whose title comes from the list in its panel: an axis or a fund of the programme. */
  async addsFromList(button: string, list: RegExp, value: string, title: string): Promise<void> {
    await this.#walks('Tab', this.main.getByRole('button', { name: button, exact: true }))
    await this.presses('Enter')
    await expect(this.focused).toHaveValue('')
    await this.presses('Control+Enter')
    const select = this.panel.getByRole('combobox', { name: list })
    await this.#walks('Tab', select)
    await this.#choosesIn(select, value)
    await expect(this.panel.getByRole('textbox', { name: 'Titolo', exact: true })).toHaveValue(title)
    await this.leavesPanel()
  }

  async sees(title: string): Promise<void> {
    await expect(this.line(title)).toBeVisible()
  }

  /** Reads what stands in a row besides its title. */
  async reads(title: string, words: string | RegExp): Promise<void> {
    await expect(this.line(title)).toContainText(words)
  }

  async seesInside(intervention: string, action: string): Promise<void> {
    const open = this.page.getByRole('button', { name: `Apri la scheda «${action}»`, exact: true })
    await expect(this.line(intervention).filter({ has: open })).toBeVisible()
  }

  /** Goes from row to row with the arrows, then into the card with Ctrl+Enter. */
  async opensCard(title: string, key: 'ArrowUp' | 'ArrowDown' = 'ArrowDown'): Promise<void> {
    const field = this.line(title).getByRole('textbox').first()
    if (await this.focused.evaluate((element) => element.matches('textarea[data-card]')))
      await this.#walks(key, field)
    else await this.#walks('Tab', field)
    await this.presses('Control+Enter')
    await expect(this.panel.getByRole('article', { name: title })).toBeVisible()
    await expect.poll(() => this.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true)
  }

  /** Escape gives the focus back to the row. */
  async leavesPanel(): Promise<void> {
    await this.presses('Escape')
    await expect(this.panel).toBeHidden()
    await expect(this.focused).toHaveAccessibleName(/^Titolo: /)
  }

  async setsNature(nature: Nature): Promise<void> {
    await this.#walks('Tab', this.panel.getByRole('radio', { name: 'Materiale', exact: true }))
    await this.presses('Space')
    for (let step = 0; step < NATURES.indexOf(nature); step++) await this.presses('ArrowRight')
    await expect(this.panel.getByRole('radio', { name: nature, exact: true })).toBeChecked()
  }

  /** Links the open card from one of its sections: a few letters, Enter. */
  async linksTo(section: string, letters: string, title: string): Promise<void> {
    const name = new RegExp(`^${section}: `)
    await this.#walks('Tab', this.panel.getByRole('button', { name }))
    await this.presses('Enter')
    await expect(this.focused).toHaveRole('combobox')
    await this.#types(letters)
    const first = this.panel.getByRole('listbox', { name }).getByRole('option', { selected: true })
    await expect(first).toContainText(title)
    await this.presses('Enter')
    await expect(this.panel.getByRole('button', { name: `Scollega «${title}»` })).toBeVisible()
  }

  async writesAmount(field: string, typed: string, understood: string): Promise<void> {
    const amount = this.panel.getByRole('textbox', { name: field, exact: true })
    await this.#walks('Tab', amount)
    await this.#types(typed)
    await this.presses('Enter')
    await expect(amount).toHaveValue(understood)
  }

  async declaresTotal(where: string, typed: string, understood: string): Promise<void> {
    await this.#walks('Tab', this.panel.getByRole('button', { name: 'Aggiungi un totale dichiarato' }))
    await this.presses('Enter')
    await this.#walks('Shift+Tab', this.panel.getByRole('textbox', { name: 'Dove è scritto' }))
    await this.#types(where)
    await this.writesAmount('Importo', typed, understood)
    await expect(this.panel.getByText(`Uguale al calcolato: ${understood}.`)).toBeVisible()
  }

  /** One of the commands of a row, from its menu. */
  async commands(title: string, command: string): Promise<void> {
    await this.#walks('Tab', this.page.getByRole('button', { name: `Altri comandi per «${title}»` }))
    await this.presses('Enter')
    await this.#walks('ArrowDown', this.page.getByRole('menuitem', { name: command }))
    await this.presses('Enter')
  }

  async movesInto(action: string, letters: string, intervention: string): Promise<void> {
    await this.commands(action, 'Sposta in…')
    await this.#picks('Sposta in un intervento', letters, intervention)
    await this.seesInside(intervention, action)
  }

  async linksFromRow(from: string, letters: string, to: string): Promise<void> {
    await this.commands(from, 'Collega a…')
    await this.#picks('Collega a…', letters, to)
  }

  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  async walksTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.#walks(key, target)
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get focused(): Locator {
    return this.page.locator(':focus')
  }

  /** The row of a card. An intervention's holds those of its actions. */
  line(title: string): Locator {
    const open = this.page.getByRole('button', { name: `Apri la scheda «${title}»`, exact: true })
    return this.main.getByRole('listitem').filter({ has: open }).last()
  }

  async #picks(dialog: string, letters: string, title: string): Promise<void> {
    const window = this.page.getByRole('dialog', { name: dialog })
    await expect(window.getByRole('combobox')).toBeFocused()
    await this.#types(letters)
    await expect(window.getByRole('option', { selected: true })).toContainText(title)
    await this.presses('Enter')
    await expect(window).toBeHidden()
  }

  async #writesNewRow(kind: Kind, title: string): Promise<void> {
    await expect(this.focused).toHaveAccessibleName(`Titolo: ${kind}`)
    await expect(this.focused).toHaveValue('')
    await this.#types(title)
    await expect(this.focused).toHaveValue(title)
    await this.sees(title)
  }

  async #choosesIn(select: Locator, value: string): Promise<void> {
    const options = await select.locator('option').count()
    for (let step = 0; step < options && (await select.inputValue()) !== value; step++)
      await this.presses('ArrowDown')
    await expect(select).toHaveValue(value)
  }

  async #types(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async #walks(key: string, target: Locator): Promise<void> {
    await walk(this.page, key, target)
  }
}
