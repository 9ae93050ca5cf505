import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { extendedList, manyRows } from '../builders/opencoesione.ts'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'

const VERIFY = fileURLToPath(new URL('../../docs/verify-plan.mjs', import.meta.url))
const VERSION = 'Piano di via de Blasiis'
const PARTNERS = ['Comune di Napoli', 'Coop. La Strada'] as const

test('from a list of 150 running projects to the dossier of a plan on which the partners agreed', async ({
  server,
  anna: page,
  phone,
}) => {
  const table = await server.createTable({
    title: 'Centro di via de Blasiis',
    programme: 'pon-metro-2014-2020',
    city: 'Napoli',
  })
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))

  await test.step('what already runs comes in', async () => {
    await anna.opensView('Esporta')
    const list = Buffer.from(extendedList(manyRows(150)), 'latin1')
    await page
      .getByLabel('Scegli il file')
      .setInputFiles({ name: 'progetti.csv', mimeType: 'text/csv', buffer: list })
    const dialog = page.getByRole('dialog', { name: 'Porta dati sul tavolo' })
    await expect(dialog.getByText('150 righe', { exact: true })).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Destinatari' }).fill('Persone senza dimora')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Porta sul tavolo 150 schede' }).click()
    await dialog.getByRole('button', { name: 'Mostra sulla lavagna' }).click()
    await anna.seesSaved()
  })

  await test.step('the intervention is designed beside it, and what already runs is not money of the plan', async () => {
    await page.getByRole('button', { name: /aspetto e lingua/i }).click()
    await page.getByRole('menuitem', { name: /^Inserisci un caso/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Centro di Prima Accoglienza/ })
      .click()
    await expect(page.getByRole('button', { name: /apri Fondi$/ })).toContainText('2.480.000,00')
    await anna.opensView('Elenco')
    for (const partner of PARTNERS) {
      await page.getByRole('button', { name: 'Aggiungi', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Aggiungi soggetto' }).click()
      await expect(page.locator('textarea:focus')).toHaveAccessibleName('Titolo: Soggetto')
      await page.keyboard.type(partner)
    }
    await anna.seesSaved()
  })

  await test.step('the rules say what is missing for an integrated intervention, until it is there', async () => {
    await anna.opensView('Verifica')
    const declare = page.getByRole('button', { name: /^Dichiara il dispositivo/ })
    const missing = page.getByText(/nessun dispositivo organizzativo è dichiarato per/)
    for (const [phase, words] of [
      ['progettazione', 'Lavori pubblici e politiche sociali insieme'],
      ['destinatari', 'Le unità di strada'],
      ['tempistica', 'Al collaudo'],
    ] as const) {
      await declare.click()
      await page.locator('textarea:focus').fill(words)
      await page.keyboard.press('Escape')
      // The rule has read it, and its button leads to what is missing now.
      await expect(missing.filter({ hasText: phase })).toHaveCount(0)
    }
    await expect(declare).toHaveCount(0)
    await anna.seesSaved()
  })

  await test.step('the plan is put to the partners, whose delegate answers from a telephone', async () => {
    await anna.opensView('Accordo')
    await page.getByRole('button', { name: 'Proponi una versione' }).click()
    await page.getByRole('dialog').getByLabel('Nome della versione').fill(VERSION)
    await page.getByRole('dialog').getByRole('button', { name: 'Proponi ai partner' }).click()
    await expect(page.getByRole('article', { name: VERSION })).toContainText('In attesa dei pareri')

    const bruno = new TablePage(phone, 'Bruno')
    await bruno.sitsDownAt(table.link('editor'))
    await bruno.opensView('Accordo')
    await agrees(phone, PARTNERS[1])
    await agrees(page, PARTNERS[0])
    for (const one of [page, phone])
      await expect(one.getByRole('article', { name: VERSION })).toContainText('Concordata')
  })

  const fingerprint = await page.getByRole('article', { name: VERSION }).locator('code').innerText()
  const sha256 = fingerprint.replace(/\s/g, '')
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)

  await test.step('later edits leave the agreed version as it is', async () => {
    const need = { text: 'Manca un armadio per chi dorme al centro' }
    await server.api(table.keys.contributor, 'POST', `/api/boards/${table.id}/needs`, need)
    await expect(page.getByText('Il tavolo è cambiato da allora')).toBeVisible()
  })

  await test.step('the dossier of the agreed version says the sums, the partners and the fingerprint', async () => {
    await anna.opensView('Esporta')
    await page.getByLabel(`La versione concordata «${VERSION}»`).check()
    const word = strFromU8(
      unzipSync(await bytesOf(await takes(page, /^Scarica: Dossier.*Word/)))['word/document.xml'] ??
        new Uint8Array(),
    )
    const text = word.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
    expect(text.replace(/\s/g, '')).toContain(sha256)
    for (const words of ['2.480.000,00', ...PARTNERS, 'Al collaudo', `Versione concordata «${VERSION}»`])
      expect(text).toContain(words)
    expect(text).not.toContain('Manca un armadio')
  })

  await test.step('anybody can verify the fingerprint without Tavolo', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-verify-'))
    const file = join(folder, 'plan.json')
    await (await takes(page, /^Scarica: Piano/)).saveAs(file)
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFY, file, fingerprint])
    await rm(folder, { recursive: true })
    expect(stdout.split('\n').filter((line) => line.startsWith('ok'))).toHaveLength(3)
    expect(stdout).not.toContain('NO ')
  })
})

async function agrees(page: Page, partner: string): Promise<void> {
  await page.getByLabel('Per quale partner rispondi?').selectOption(partner)
  await page.getByLabel('D’accordo', { exact: true }).check()
  await page.getByRole('button', { name: 'Invia la risposta' }).click()
}

async function takes(page: Page, name: RegExp): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ])
  return download
}

const bytesOf = async (download: Download): Promise<Uint8Array> =>
  new Uint8Array(await readFile(await download.path()))
