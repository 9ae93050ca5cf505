import { readFile } from 'node:fs/promises'
import { expect, type Locator } from '@playwright/test'
import { TablePage } from './table-page.ts'
import { walk } from './walk.ts'

/** The Esporta view: files that really land on the disk of whoever asks for them. */
export class ExportsPage extends TablePage {
  /** Asks for a format by its title and returns the file's name and text. */
  downloads(format: string): Promise<{ name: string; text: string }> {
    return this.#takes(() => this.#button(format).click())
  }

  /** The same by keyboard alone. */
  async downloadsByKeys(format: string): Promise<{ name: string; text: string }> {
    await walk(this.page, 'Tab', this.#button(format))
    return this.#takes(() => this.page.keyboard.press('Enter'))
  }

  #button(format: string): Locator {
    return this.page.getByRole('button', { name: `Scarica: ${format}` })
  }

  async #takes(ask: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), ask()])
    const text = await readFile(await download.path(), 'utf8')
    await expect(this.page.getByText(/^Scaricato: /)).toBeVisible()
    return { name: download.suggestedFilename(), text }
  }
}
