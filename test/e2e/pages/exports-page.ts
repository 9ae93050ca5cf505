import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { TablePage } from './table-page.ts'

/** The Esporta view: files that really land on the disk of whoever asks for them. */
export class ExportsPage extends TablePage {
  /** Asks for a format by its title and returns the file's name and text. */
  async downloads(format: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: `Scarica: ${format}` }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    await expect(this.page.getByText(/^Scaricato: /)).toBeVisible()
    return { name: download.suggestedFilename(), text }
  }
}
