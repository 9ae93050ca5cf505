import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

const TABLE = { title: 'Parole', programme: 'pon-metro-2014-2020' }

/** What an input method shows before its characters are made, and then makes. */
async function inputMethod(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  return {
    shows: (text: string) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    makes: (text: string) => devtools.send('Input.insertText', { text }),
    /** AltGr, as browsers on Windows tell of it: Ctrl and Alt at once. */
    altGr: async (key: string, code: string) => {
      const stroke = { key, code, modifiers: 3, text: key, unmodifiedText: key }
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke })
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
    },
  }
}

for (const place of ['canvas', 'panel'] as const)
  test(`an input method makes its characters on the ${place} while a colleague writes in the same title`, async ({
    server,
    anna: annasPage,
    bruno: brunosPage,
  }) => {
    const table = await server.createTable(TABLE)
    const anna = new CanvasPage(annasPage, 'Anna')
    const bruno = new CanvasPage(brunosPage, 'Bruno')
    await anna.sitsDownAt(table.link('editor'))
    await bruno.sitsDownAt(table.link('editor'))
    await anna.putsDown('Bisogno', 'Il cortile', [400, 200])
    await bruno.chooses('Bisogno', 'Il cortile')
    const his = bruno.panel.getByRole('textbox', { name: 'Titolo', exact: true })
    if (place === 'canvas') await annasPage.keyboard.press('F2')
    else await anna.panel.getByRole('textbox', { name: 'Titolo', exact: true }).focus()
    const hers =
      place === 'canvas'
        ? anna.canvas.getByRole('textbox', { name: 'Titolo · Bisogno' })
        : anna.panel.getByRole('textbox', { name: 'Titolo', exact: true })
    await expect(hers).toBeFocused()
    await annasPage.keyboard.press('End')
    const method = await inputMethod(annasPage)
    await method.shows(' にわ')
    await expect(hers).toHaveValue('Il cortile にわ')

    await his.press('Home')
    await brunosPage.keyboard.type('Ecco: ')
    await bruno.seesSaved()
    // What is on its way is nobody's yet.
    await expect(his).toHaveValue('Ecco: Il cortile')
    await method.shows(' 庭')
    await method.makes(' 庭')
    await expect(hers).toHaveValue('Ecco: Il cortile 庭')
    await expect(his).toHaveValue('Ecco: Il cortile 庭')
    await annasPage.keyboard.type('!')
    await expect(his).toHaveValue('Ecco: Il cortile 庭!')
  })

test('AltGr makes characters on an Italian keyboard, and commands nothing on the canvas', async ({
  server,
  anna: page,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new CanvasPage(page, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Posta', [400, 200])
  const method = await inputMethod(page)
  for (const [key, code] of [
    ['@', 'Semicolon'],
    ['#', 'Quote'],
    ['[', 'BracketLeft'],
    [']', 'BracketRight'],
    ['€', 'KeyE'],
  ] as const)
    await method.altGr(key, code)
  await expect(anna.canvas.getByRole('group')).toHaveCount(1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(anna.card('Bisogno', 'Posta')).toHaveAttribute('aria-current', 'true')
})
