import { expect, type Locator, type Page } from '@playwright/test'

/** Views that stand in the bar, and those in its menu. */
const IN_MENU = ['Matrici', 'Tempi', 'Partner', 'Traccia', 'Prima e dopo', 'Accordo', 'Storia'] as const
export type View = 'Lavagna' | 'Elenco' | 'Fondi' | 'Verifica' | 'Esporta' | (typeof IN_MENU)[number]

/** A person at a table, in a browser of their own: comes in by a link, goes from view to view, reads whether the work is saved. */
export class TablePage {
  constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  /** Opens a link for the first time and sits down under one's name. */
  async sitsDownAt(link: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('Come ti chiami? (facoltativo)').fill(this.name)
    await this.page.getByRole('button', { name: 'Entra', exact: true }).click()
    await this.isAtTheTable()
  }

  /** Opens the table again in a browser that knows it. */
  async comesBack(): Promise<void> {
    await this.page.reload()
    await this.isAtTheTable()
  }

  async isAtTheTable(): Promise<void> {
    await expect(this.views).toBeVisible()
  }

  get views(): Locator {
    return this.page.getByRole('navigation', { name: 'Viste del tavolo' })
  }

  async opensView(view: View): Promise<void> {
    const tab = this.views.getByRole('button', { name: view })
    if ((IN_MENU as readonly View[]).includes(view)) {
      await this.views.getByRole('button', { name: /^Altre viste/ }).click()
      await this.page.getByRole('menuitemradio', { name: view }).click()
    } else await tab.click()
    await expect(tab).toHaveAttribute('aria-current', 'page')
  }

  /** What the top bar says of the work, as its state and not only as its word. */
  get saveState(): Locator {
    return this.page.locator('[data-state]')
  }

  /** Waits until the server has everything on its disk and the bar says so. */
  async seesSaved(): Promise<void> {
    await expect(this.saveState).toHaveText('Salvato')
    await expect(this.saveState).toHaveAttribute('data-state', 'saved')
  }

  async seesOffline(): Promise<void> {
    await expect(this.saveState).toHaveText('Senza rete')
  }

  /** Reads that what was written meanwhile is safe on this device. */
  async seesKeptHere(): Promise<void> {
    await this.seesOffline()
    await expect(this.page.getByText(/^Senza rete: le modifiche restano su questo dispositivo/)).toBeVisible()
    await expect(this.saveState).toHaveAttribute('data-copy', 'kept')
  }

  async seesPeople(count: number): Promise<void> {
    await expect(this.page.getByRole('button', { name: `${count} persone al tavolo` })).toBeVisible()
  }

  /** The panel of the chosen card or link. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Scheda scelta' })
  }

  async undoes(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Annulla', exact: true }).click()
  }
}
