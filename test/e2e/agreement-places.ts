import { expect, type Page } from '@playwright/test'
import type { BuiltServer, Table } from './built-server.ts'
import { TablePage } from './pages/table-page.ts'
import type { Place } from './places.ts'

const LABEL = 'Piano di novembre'
const state = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole('article', { name: LABEL }).getByText(words, { exact: true })).toBeVisible()

/** Somebody sits down with the link of editors. */
async function sitsDown(server: BuiltServer, { id, keys }: Table, name: string): Promise<string> {
  const seat = await server.api(keys.editor, 'POST', `/api/boards/${id}/participants`, {
    name,
    organisation: 'Coop. La Strada',
  })
  return ((await seat.json()) as { token: string }).token
}

/** Comes forward for a partner of the version that is open, and answers. */
async function answers(
  server: BuiltServer,
  { id, keys }: Table,
  token: string,
  partner: string,
  answer: { answer: string; reason?: string },
): Promise<void> {
  const path = `/api/boards/${id}/agreements`
  const { agreements } = (await (await server.api(keys.viewer, 'GET', path)).json()) as {
    agreements: { id: string }[]
  }
  await server.api(keys.editor, 'PUT', `${path}/${agreements[0]?.id}/statements/${partner}`, answer, token)
}

/** The agreement from nothing to a table that has changed since; on the rich table, whose facilitator is there. */
export const AGREEMENT_PLACES: readonly Place[] = [
  {
    name: 'agreement-none',
    async open(page) {
      await new TablePage(page, 'Anna').opensView('Accordo')
      await expect(page.getByText('Nessuna versione è ancora stata proposta.')).toBeVisible()
    },
  },
  {
    name: 'agreement-propose',
    async open(page) {
      await page.getByRole('button', { name: 'Proponi una versione' }).click()
      await page.getByRole('dialog').getByLabel('Nome della versione').fill(LABEL)
    },
  },
  {
    name: 'agreement-open',
    async open(page, { server, rich }) {
      await page.getByRole('button', { name: 'Proponi ai partner' }).click()
      await state(page, 'In attesa dei pareri')
      const [bruno, carla] = [
        await sitsDown(server, rich, 'Bruno Conti'),
        await sitsDown(server, rich, 'Carla Riva'),
      ]
      await answers(server, rich, bruno, 'welfare', { answer: 'agree' })
      await answers(server, rich, carla, 'strada', {
        answer: 'object',
        reason: 'Le ore dello sportello non bastano per nove spazi.',
      })
      await expect(page.getByRole('table').getByText('Le ore dello sportello')).toBeVisible()
    },
  },
  {
    name: 'agreement-answer',
    async open(page) {
      await page.getByLabel('Per quale partner rispondi?').selectOption('Comitato inquilini')
      await page.getByLabel('Ho un’obiezione').check()
      await page.getByRole('button', { name: 'Invia la risposta' }).click()
      await expect(page.getByText('Scrivi perché: un’obiezione')).toBeVisible()
    },
  },
  {
    name: 'agreement-end',
    async open(page) {
      await page.getByRole('button', { name: 'Concludi come concordata' }).click()
      await expect(page.getByRole('dialog').getByText('Hanno un’obiezione: Coop. La Strada.')).toBeVisible()
    },
  },
  {
    name: 'agreement-agreed',
    async open(page) {
      await page.getByRole('dialog').getByRole('button', { name: 'Concludi come concordata' }).click()
      await state(page, 'Concordata')
      await page.getByText('Controllare l’impronta senza Tavolo').click()
      await page.getByText('Tutto ciò che è stato detto').click()
    },
  },
  {
    name: 'agreement-changed',
    async open(page, { server, rich }) {
      await server.api(rich.keys.contributor, 'POST', `/api/boards/${rich.id}/needs`, {
        text: 'Manca un doposcuola',
      })
      await expect(page.getByText('Il tavolo è cambiato da allora')).toBeVisible()
    },
  },
  {
    name: 'exports-of-version',
    async open(page) {
      await new TablePage(page, 'Anna').opensView('Esporta')
      await page.getByLabel('La versione concordata «Piano di novembre»').check()
      await expect(page.getByText('I file portano il nome della versione')).toBeVisible()
    },
  },
]
