import { expect } from '@playwright/test'
import { TablePage } from './table-page.ts'

/** The fields of the chosen card or link, beside whichever view is shown. */
export class PanelPage extends TablePage {
  async setsNature(nature: 'Materiale' | 'Immateriale' | 'Digitale'): Promise<void> {
    const word = this.page.getByText(nature, { exact: true })
    await this.panel.locator('label').filter({ has: word }).click()
    await expect(this.panel.getByRole('radio', { name: nature, exact: true })).toBeChecked()
  }

  /** Types an amount as people write it, leaves the field, and reads how it was understood. */
  async writesAmount(field: string | RegExp, typed: string, understood: string): Promise<void> {
    const amount = this.panel.getByRole('textbox', { name: field })
    await amount.fill(typed)
    await amount.press('Enter')
    await expect(amount).toHaveValue(understood)
  }

  /** Declares the total of the chosen intervention as somebody wrote it elsewhere. */
  async declaresTotal(where: string, typed: string, understood: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Aggiungi un totale dichiarato' }).click()
    await this.panel.getByRole('textbox', { name: 'Dove è scritto' }).fill(where)
    await this.writesAmount('Importo', typed, understood)
  }

  /** Links the chosen card from its panel: looks for the other end by a few letters. */
  async linksTo(section: string, words: string, title: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${section}: `) }).click()
    await this.panel.getByRole('combobox', { name: new RegExp(`^${section}: `) }).fill(words)
    await this.panel.getByRole('option', { name: title }).first().click()
    await expect(this.panel.getByRole('button', { name: `Scollega «${title}»` })).toBeVisible()
  }

  /** Reads that the chosen intervention holds an action. */
  async seesMember(action: string): Promise<void> {
    await expect(this.panel.getByRole('button', { name: action, exact: true })).toBeVisible()
  }
}
