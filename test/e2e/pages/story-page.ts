import { expect, type Locator } from '@playwright/test'
import { CanvasPage, type Kind } from './canvas-page.ts'

/** A person who reads what happened at the table, looks at it as it was, and takes it back there. */
export class StoryPage extends CanvasPage {
  async readsStory(): Promise<void> {
    await this.opensView('Storia')
    await expect(this.page.getByRole('heading', { name: 'Storia', level: 1 })).toBeVisible()
  }

  /** A line of the story: who, and what. */
  event(sentence: string): Locator {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: sentence })
  }

  async reads(sentence: string): Promise<void> {
    await expect(this.event(sentence).first()).toBeVisible()
  }

  /** Gives the present moment a name. */
  async namesMoment(label: string, note: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Dai un nome a questo momento' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Dai un nome a questo momento' })
    await dialog.getByLabel('Nome').fill(label)
    await dialog.getByLabel('Nota (facoltativa)').fill(note)
    await dialog.getByRole('button', { name: 'Dai il nome' }).click()
    await expect(this.page.getByText(`«${label}» è nella storia.`)).toBeVisible()
    await expect(this.page.getByRole('heading', { name: label, level: 3 })).toBeVisible()
  }

  get past(): Locator {
    return this.page.getByRole('region', { name: 'Il tavolo com’era', exact: true })
  }

  get picture(): Locator {
    return this.past.getByRole('region', { name: /^Disegno del tavolo com’era/ })
  }

  get differences(): Locator {
    return this.past.getByRole('region', { name: 'Rispetto a oggi' })
  }

  /** Looks at the table as it was at a named moment. */
  async looksAt(label: string): Promise<void> {
    await this.page.getByRole('button', { name: `Guarda il tavolo com’era dopo: ${label}` }).click()
    await expect(this.picture).toBeVisible()
  }

  async seesThen(kind: Kind, title: string): Promise<void> {
    await expect(this.picture.getByRole('group', { name: `${kind}: ${title}`, exact: true })).toBeVisible()
  }

  async backToToday(): Promise<void> {
    await this.past.getByRole('button', { name: 'Torna a oggi' }).click()
    await expect(this.past).toHaveCount(0)
  }

  /** Brings one card back as it was; `says` is what the question tells will change. */
  async restoresCard(title: string, says: string): Promise<void> {
    await this.differences.getByRole('button', { name: `Ripristina «${title}» com’era` }).click()
    await this.#confirms('Ripristinare questa scheda com’era?', [says])
  }

  /** Brings the whole table back to the moment that is looked at. */
  async restoresTable(says: readonly string[]): Promise<void> {
    await this.past.getByRole('button', { name: 'Ripristina il tavolo a questo momento' }).click()
    await this.#confirms('Ripristinare il tavolo a questo momento?', says)
    await expect(this.past).toHaveCount(0)
  }

  async #confirms(title: string, says: readonly string[]): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: title })
    for (const sentence of says) await expect(dialog.getByText(sentence)).toBeVisible()
    await dialog.getByRole('button', { name: 'Ripristina', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }
}
