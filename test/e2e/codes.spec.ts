import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { wholeOf } from '../../shared/board/whole.ts'
import { aDoc } from '../builders/a-doc.ts'
import type { BuiltServer, Table } from './built-server.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { boxOf } from './pages/place.ts'
import { LOOKS } from './places.ts'

/** An action of social services under an axis of the social fund, and the partner that leads it. */
async function aTable(server: BuiltServer): Promise<Table> {
  const table = await server.createTable({
    title: 'Servizi di quartiere',
    programme: 'pn-metro-plus-2021-2027',
    city: 'Bari',
  })
  const { doc } = aDoc({
    title: 'Servizi di quartiere',
    programme: 'pn-metro-plus-2021-2027',
    city: 'Bari',
    cards: {
      action: { kind: 'action', at: [200, 200], title: 'Accoglienza diffusa', nature: 'immaterial' },
      axis: { kind: 'axis', at: [200, 420], title: 'Priorità 4', axis: '4' },
      partner: { kind: 'partner', at: [520, 200], title: 'Coop. La Strada' },
    },
    links: [['action', 'programmedUnder', 'axis', {}]],
  })
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, {
    format: 'tavolo-board',
    schemaVersion: 1,
    boardId: table.id,
    exportedAt: '2026-01-01T00:00:00.000Z',
    ...wholeOf(doc),
  })
  return table
}

/** What the server would hand over: the classifications of the plan. */
async function classified(server: BuiltServer, { id, keys }: Table): Promise<string[]> {
  const answer = await server.api(keys.viewer, 'GET', `/api/boards/${id}/exports/plan.json`)
  const plan = (await answer.json()) as { classifications: { dimension: string; code: { code: string } }[] }
  return plan.classifications.map(({ dimension, code }) => `${dimension} ${code.code}`)
}

/** What a search offers; the options of a plain choice are none of it. */
const offered = (page: Page) => page.locator('li[role="option"]:visible')

const opensMore = (page: Page) =>
  page.locator('summary').filter({ hasText: 'Indicatori, spazi, CUP' }).click()

test('codes are found by their words with the keyboard alone, those of the fund first, and say what nobody verified', async ({
  server,
  anna: page,
}) => {
  const table = await aTable(server)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.chooses('Azione', 'Accoglienza diffusa')
  await opensMore(page)
  const field = anna.panel.getByRole('combobox', { name: 'Campo di intervento' })
  const options = offered(page)
  await field.focus()
  await expect(options).toHaveCount(0)
  await page.keyboard.type('risk of poverty')
  await expect(options.first()).toContainText('163')
  await expect(options.first()).toContainText('da verificare')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^163 · /)
  await anna.seesSaved()
  expect(await classified(server, table)).toEqual(['interventionField 163'])

  // Electronic services belong to the other fund: they wait behind the last line.
  await field.fill('servizi')
  await expect(options.filter({ hasText: 'altro fondo o asse' })).toHaveCount(0)
  await options.filter({ hasText: 'per altri fondi e assi' }).click()
  await expect(options.filter({ hasText: 'altro fondo o asse' }).first()).toBeVisible()
  await page.keyboard.press('Escape')

  // What is in no list stays as it was written.
  await field.fill('164-bis')
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('164-bis')
  await anna.seesSaved()
  expect(await classified(server, table)).toEqual(['interventionField 164-bis'])
  // The figures alone are enough, and an empty field takes the code away.
  await field.fill('152')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/^152 · /)
  await field.fill('')
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('')
  await anna.seesSaved()
  expect(await classified(server, table)).toEqual([])
})

test('an indicator and an objective are looked for in the same way', async ({ server, anna: page }) => {
  const table = await aTable(server)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.chooses('Azione', 'Accoglienza diffusa')
  const objective = anna.panel.getByRole('combobox', { name: 'Obiettivo specifico' })
  await objective.fill('4.11')
  await expect(offered(page).first()).toContainText('ESO4.11')
  await offered(page).first().click()
  await expect(objective).toHaveValue(/^ESO4\.11 · /)
  await opensMore(page)
  await anna.panel.getByRole('button', { name: 'Aggiungi un indicatore' }).click()
  const counted = anna.panel.getByRole('combobox', { name: 'Che cosa si conta' })
  await counted.fill('partecipanti')
  await offered(page).filter({ hasText: 'EECO01' }).click()
  await expect(counted).toHaveValue('Numero complessivo dei partecipanti')
  await expect(anna.panel.getByText('Che cosa si conta · EECO01')).toBeVisible()
})

test('codes that carry their own check say beside the field what is wrong, by which rule, and are kept', async ({
  server,
  anna: page,
}) => {
  const table = await aTable(server)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.chooses('Soggetto', 'Coop. La Strada')
  const taxCode = anna.panel.getByRole('textbox', { name: 'Codice fiscale' })
  await taxCode.fill('00743110158')
  await page.keyboard.press('Tab')
  await expect(taxCode).toHaveAccessibleDescription(/La cifra di controllo non torna.*23 dicembre 1976/)
  await expect(taxCode).toHaveValue('00743110158')
  await taxCode.fill('00743110157')
  await expect(taxCode).toHaveAccessibleDescription(/La cifra di controllo torna/)
  const runts = anna.panel.getByRole('textbox', { name: 'Numero RUNTS' })
  await expect(runts).toBeHidden()
  await anna.panel.getByLabel('Che cos’è').selectOption('Cooperativa sociale')
  await runts.fill('48713')
  await anna.chooses('Azione', 'Accoglienza diffusa')
  await opensMore(page)
  const cup = anna.panel.getByRole('textbox', { name: 'CUP', exact: true })
  await cup.fill('J89I2400014000')
  await page.keyboard.press('Tab')
  await expect(cup).toHaveAccessibleDescription(/15 caratteri: qui ce ne sono 14.*legge 3\/2003/)
  await anna.seesSaved()
})

test('in the table by kind a code is looked for in its cell', async ({ server, anna: page }) => {
  const table = await aTable(server)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Elenco')
  await page.getByRole('button', { name: 'Tabella' }).click()
  await page
    .getByRole('button', { name: /^Azione/ })
    .first()
    .click()
  const heading = page.getByRole('columnheader', { name: /^Campo di intervento/ })
  await expect(heading).toBeAttached()
  const column = await heading.getAttribute('aria-colindex')
  const cell = page.locator(`[role="gridcell"][aria-colindex="${column}"]`)
  await cell.scrollIntoViewIfNeeded()
  await cell.click()
  await page.keyboard.type('163')
  await expect(offered(page).first()).toContainText('163')
  await page.keyboard.press('Enter')
  await expect(cell).toContainText('163')
  await anna.seesSaved()
  expect(await classified(server, table)).toEqual(['interventionField 163'])
})

test.describe('a code that is looked for', () => {
  for (const look of LOOKS)
    test(`looks right and has nothing against WCAG at ${look.name}`, async ({ server, newPerson }) => {
      const table = await aTable(server)
      const page = await newPerson(look.context)
      const anna = new CanvasPage(page, 'Anna')
      await anna.sitsDownAt(table.link('editor'))
      await anna.opensView('Elenco')
      await page.getByRole('button', { name: 'Apri la scheda «Accoglienza diffusa»' }).click()
      await opensMore(page)
      const field = page.getByRole('combobox', { name: 'Campo di intervento' })
      await field.scrollIntoViewIfNeeded()
      // By finger too: one tap opens the list, another takes the code.
      if (look.narrow) await field.tap()
      else await field.click()
      const first = offered(page).first()
      await expect(first).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([])
      await page.screenshot({ path: `test/results/codes-${look.name.replace(' ', '-')}.png` })
      if (look.narrow) expect((await boxOf(first)).height).toBeGreaterThanOrEqual(44)
      if (look.narrow) await first.tap()
      else await first.click()
      await expect(field).toHaveValue(/^\d{3} · /)
      await page.screenshot({ path: `test/results/codes-chosen-${look.name.replace(' ', '-')}.png` })
    })
})
