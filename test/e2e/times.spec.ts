import { expect, test } from './fixtures.ts'
import { boxOf, middleOf } from './pages/place.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

test('dates are given by dragging, by keyboard and by typing, and the service gets its place', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Tempi')
  await expect(page.getByText('1 servizio senza un posto per alcuni mesi')).toBeVisible()
  const bar = (title: string) => page.getByRole('slider', { name: new RegExp(`^Tempi di «${title}`) })
  const typed = (edge: string, title: string) =>
    page.getByRole('textbox', { name: new RegExp(`^${edge} di «${title}`) })

  // By keyboard: the services a year later, one end at a time.
  await bar('Servizi').press('PageUp')
  await expect(typed('Inizio', 'Servizi')).toHaveValue('01/10/2020')
  await expect(typed('Fine', 'Servizi')).toHaveValue('31/12/2023')
  await page.getByRole('slider', { name: /^Inizio di «Servizi/ }).press('ArrowRight')
  await expect(typed('Inizio', 'Servizi')).toHaveValue('01/11/2020')
  await expect(page.getByText(/senza un posto per alcuni mesi/)).toHaveCount(0)

  // By dragging: the works past the start of the services again, which are shaded.
  const [x, y] = await middleOf(page.getByRole('slider', { name: /^Fine di «Ristrutturazione/ }))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByText('1 servizio senza un posto per alcuni mesi')).toBeVisible()

  // By typing, as people write days.
  await typed('Fine', 'Ristrutturazione').fill('ottobre 2020')
  await typed('Fine', 'Ristrutturazione').press('Enter')
  await expect(typed('Fine', 'Ristrutturazione')).toHaveValue('31/10/2020')
  await expect(page.getByText(/senza un posto per alcuni mesi/)).toHaveCount(0)
  await anna.seesSaved()
})

test('an action without dates gets them by drawing on its lane', async ({ server, anna: page }) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.opensView('Tempi')
  const lane = await boxOf(page.getByText('Trascina qui per dare le date'))
  await page.mouse.move(lane.x + 100, lane.y + 20)
  await page.mouse.down()
  await page.mouse.move(lane.x + 240, lane.y + 20, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByRole('slider', { name: 'Tempi di «Orti condivisi nei cortili»' })).toBeVisible()
  await expect(page.getByText(/senza date complete/)).toHaveCount(0)
})
