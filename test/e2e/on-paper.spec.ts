import type { Page } from '@playwright/test'
import { RICH_TABLE } from '../builders/a-rich-table.ts'
import { wholeOf } from '../../shared/board/whole.ts'
import { aDoc, type BoardSpec } from '../builders/a-doc.ts'
import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'

/** The rich table with so many actions and needs more that a sheet of paper cannot hold them side by side. */
const WIDE: BoardSpec = {
  ...RICH_TABLE,
  cards: {
    ...RICH_TABLE.cards,
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        [
          `want${at}`,
          { kind: 'need', at: [0, 900 + at * 160], title: `Richiesta ${at}`, places: [`Zona ${at}`] },
        ],
        [`work${at}`, { kind: 'action', at: [380, 900 + at * 160], title: `Risposta ${at}` }],
      ]).flat() as never,
    ),
  },
  links: [
    ...(RICH_TABLE.links ?? []),
    ...Array.from({ length: 29 }, (_, at) => [`work${at}`, 'answers', `want${at}`] as const),
  ],
}

const onPaper = async (page: Page): Promise<void> => {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
}
const onScreen = async (page: Page): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
}

test('on paper the matrices are whole, in parts that a sheet holds, and the comparison folds nothing', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable({ title: 'Carta', programme: 'pon-metro-2014-2020', city: 'Milano' })
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, {
    format: 'tavolo-board',
    schemaVersion: 1,
    boardId: table.id,
    exportedAt: '2026-01-01T00:00:00.000Z',
    ...wholeOf(aDoc(WIDE).doc),
  })
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Matrici')
  const matrix = page.getByRole('grid', { name: 'Bisogni e azioni' })
  await expect(matrix).toHaveCount(1)
  await page.setViewportSize({ width: 688, height: 1000 })
  await onPaper(page)
  await expect(matrix).toHaveCount(5)
  const heads = await matrix.getByRole('columnheader').allTextContents()
  for (const { title } of Object.values(WIDE.cards ?? {}).filter(({ kind }) => kind === 'action'))
    expect(heads.map((head) => head.trim())).toContain(title)
  const wider = await page
    .locator('.sheet table')
    .evaluateAll((tables) =>
      tables.map(({ clientWidth }) => clientWidth).filter((width) => width > innerWidth),
    )
  expect(wider, 'tables wider than the paper').toEqual([])
  await expect(page.getByText('«Richiesta 29»')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Aggiungi azione/ })).toHaveCount(0)
  await onScreen(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  await anna.opensView('Prima e dopo')
  const sheet = page.locator('.sheet')
  await expect(sheet.getByText('Sono arrivati 35 bisogni.')).toBeVisible()
  await expect(sheet.getByRole('button', { name: 'Bisogno: Richiesta 28' })).toHaveCount(0)
  await onPaper(page)
  // Among the needs that came, and among those that found an answer.
  await expect(sheet.getByRole('button', { name: 'Bisogno: Richiesta 28' })).toHaveCount(2)
  await expect(sheet.getByText('«Risposta 28» risponde a «Richiesta 28»')).toBeVisible()
  const points = Number(
    /\d+/.exec(await sheet.getByRole('heading', { name: /^Punti nuovi/ }).innerText())?.[0],
  )
  expect(points).toBeGreaterThan(12)
  await expect(sheet.locator('.points > li')).toHaveCount(points)
  await onScreen(page)

  await sheet
    .getByRole('button', { name: 'FESR → Piattaforma digitale di accesso alle informazioni' })
    .press('Enter')
  await expect(anna.panel.getByRole('textbox', { name: 'Titolo' })).toHaveValue(/^Piattaforma digitale/)
})
