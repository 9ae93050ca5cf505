import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

test('who comes back sees what came meanwhile, once', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const table = await server.createTable({ title: 'Ritorno', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Palestra', [400, 250])
  await anna.seesSaved()
  const address = anna.page.url()
  await anna.page.goto('about:blank')

  await bruno.sitsDownAt(table.link('editor'))
  await bruno.putsDown('Bisogno', 'Biblioteca', [400, 450])
  await bruno.chooses('Bisogno', 'Palestra')
  await bruno.panel.getByRole('textbox', { name: 'Chi lo dice' }).fill('Assemblea')
  await bruno.seesSaved()

  await anna.page.goto(address)
  const notice = anna.page.getByText('Da quando sei via: una scheda nuova, una scheda cambiata.')
  await expect(notice).toBeVisible()
  await expect(anna.card('Bisogno', 'Biblioteca').getByTitle('Nuova da quando sei via')).toBeVisible()
  await expect(anna.card('Bisogno', 'Palestra').getByTitle('Cambiata da quando sei via')).toBeVisible()

  await test.step('it waits until one looks, also over another visit', async () => {
    await anna.comesBack()
    await expect(notice).toBeVisible()
    await anna.chooses('Bisogno', 'Palestra')
    await expect(anna.page.getByText('Da quando sei via: una scheda nuova.')).toBeVisible()
    await anna.page.getByRole('button', { name: 'Segna come visto' }).click()
    await expect(anna.card('Bisogno', 'Biblioteca').getByTitle('Nuova da quando sei via')).toHaveCount(0)
    await anna.comesBack()
    await anna.sees('Bisogno', 'Biblioteca')
    await anna.seesSaved()
    await expect(anna.page.getByRole('button', { name: 'Segna come visto' })).toHaveCount(0)
  })

  await test.step('what happens before one’s eyes is no news; where the other writes is seen in the text', async () => {
    await bruno.putsDown('Bisogno', 'Piscina', [700, 450])
    await anna.sees('Bisogno', 'Piscina')
    await expect(anna.page.getByRole('button', { name: 'Segna come visto' })).toHaveCount(0)
    await bruno.chooses('Bisogno', 'Palestra')
    await anna.chooses('Bisogno', 'Palestra')
    await bruno.panel.getByRole('textbox', { name: 'Titolo', exact: true }).focus()
    await bruno.page.keyboard.press('Home')
    const caret = anna.panel.locator('.caret', { hasText: 'Bruno' })
    await expect(caret).toBeAttached()
    const mine = anna.panel.getByRole('textbox', { name: 'Titolo', exact: true })
    await mine.focus()
    await anna.page.keyboard.press('End')
    await bruno.page.keyboard.type('Grande ')
    await expect(mine).toHaveValue('Grande Palestra')
    await expect(mine).toBeFocused()
    await anna.page.keyboard.type(' nuova')
    await expect(bruno.panel.getByRole('textbox', { name: 'Titolo', exact: true })).toHaveValue(
      'Grande Palestra nuova',
    )
  })

  await test.step('what was only said is shown too: it leads to the card', async () => {
    await anna.seesSaved()
    await anna.page.goto('about:blank')
    await bruno.panel.getByRole('textbox', { name: 'Scrivi un commento…' }).fill('Chi la apre?')
    await bruno.panel.getByRole('button', { name: 'Commenta' }).click()
    await bruno.seesSaved()
    await anna.page.goto(address)
    await expect(anna.page.getByText('Da quando sei via: un commento.')).toBeVisible()
    await anna.page.getByRole('button', { name: 'Mostra', exact: true }).click()
    await expect(anna.card('Bisogno', 'Grande Palestra nuova')).toHaveAttribute('aria-current', 'true')
    await expect(anna.panel.getByText('Chi la apre?')).toBeVisible()
  })
})
