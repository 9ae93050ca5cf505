import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

const HOSTILE = '</text><script>document.title="taken"</script> & «Cortili»'

test('the board and the chosen cards become a picture with real texts, a PNG, and one page of paper', async ({
  server,
  anna: page,
  watch,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.seesSaved()
  await page.keyboard.press('Control+K')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Nuova scheda: Nota')
  await expect(page.getByRole('option', { name: /Nuova scheda: Nota/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Titolo · Nota' })).toBeFocused()
  await page.keyboard.insertText(HOSTILE)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')

  await anna.opensView('Esporta')
  const opener = page.getByRole('button', { name: 'Immagine e stampa…' })
  await opener.click()
  const sheet = page.getByRole('dialog', { name: 'Immagine della lavagna' })
  await expect(sheet.getByText('3.079.519,50 €')).toBeVisible()
  await expect(sheet.getByText('Tripla 1·3·4')).toBeVisible()

  const svg = (await downloads(page, 'Scarica SVG')).toString('utf8')
  const read = await page.evaluate((source) => {
    // The page's policy would speak of the style that carries the typeface.
    const plain = source.replace(/<style>.*<\/style>/s, '')
    const parsed = new DOMParser().parseFromString(plain, 'image/svg+xml')
    return {
      broken: parsed.querySelector('parsererror')?.textContent ?? null,
      scripts: parsed.querySelectorAll('script').length,
      texts: [...parsed.querySelectorAll('text')].map((text) => text.textContent ?? ''),
    }
  }, svg)
  expect(read.broken).toBeNull()
  expect(read.scripts).toBe(0)
  expect(read.texts).toContain('Quartieri Connessi')
  expect(read.texts.join(' ')).toContain('</text>')
  expect(svg).toContain('data:font/woff2')

  const png = await downloads(page, 'Scarica PNG')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  const [width, height] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).slice(1).map(Number)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * (width ?? 0), 2 * (height ?? 0)])

  for (const paper of ['A4', 'A3'] as const) {
    await sheet.getByRole('radio', { name: paper }).press('Space')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g), paper).toHaveLength(1)
    const [wide, tall] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).slice(1).map(Number)
    expect([wide, tall].map((points) => Math.round(((points ?? 0) / 72) * 25.4))).toEqual(
      paper === 'A4' ? [297, 210] : [420, 297],
    )
  }
  expect(watch.consoleErrors).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(opener).toBeFocused()

  await anna.opensView('Lavagna')
  await page.getByRole('group', { name: 'Fondo: FSE', exact: true }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Immagine e stampa…' }).click()
  await expect(sheet.getByText('FSE', { exact: true })).toBeVisible()
  await expect(sheet.getByText('Tripla 1·3·4')).toHaveCount(0)
  await sheet.getByRole('radio', { name: 'Tutta la lavagna' }).press('Space')
  await expect(sheet.getByText('Tripla 1·3·4')).toBeVisible()
  expect(await page.title()).not.toBe('taken')
})

async function downloads(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await coming).path())
}
