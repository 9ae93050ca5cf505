import { expect, type Locator, type Page } from '@playwright/test'
import { walk } from './walk.ts'

/** Somebody with a telephone who followed the QR code: one question, one answer, and what became of it. */
export class PhonePage {
  constructor(readonly page: Page) {}

  async opens(link: string): Promise<void> {
    await this.page.goto(link)
    await expect(this.#question).toBeVisible()
  }

  async writes(need: string): Promise<void> {
    await this.#question.fill(need)
    await this.page.getByRole('button', { name: 'Invia' }).click()
  }

  /** The same without touching the glass: from field to button with Tab. */
  async typesAndSends(need: string): Promise<void> {
    await walk(this.page, 'Tab', this.#question)
    await this.page.keyboard.type(need)
    await walk(this.page, 'Tab', this.page.getByRole('button', { name: 'Invia' }))
    await this.page.keyboard.press('Enter')
  }

  async seesReceived(need: string): Promise<void> {
    await expect(this.page.getByText('Ricevuto. Grazie: è sul tavolo.')).toBeVisible()
    await this.seesState(need, 'Ricevuto')
  }

  async seesState(need: string, state: string | RegExp): Promise<void> {
    await expect(this.#line(need)).toContainText(state)
  }

  /** Looks at the page again later. */
  async looksAgain(): Promise<void> {
    await this.page.reload()
  }

  get #question(): Locator {
    return this.page.getByLabel('Che cosa manca nel quartiere?')
  }

  #line(need: string): Locator {
    return this.page
      .getByRole('region', { name: 'Quello che hai scritto' })
      .getByRole('listitem')
      .filter({ hasText: need })
  }
}
