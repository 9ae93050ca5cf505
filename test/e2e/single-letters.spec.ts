import { expect, test } from './fixtures.ts'
import { TablePage } from './pages/table-page.ts'
import { makeRichTable } from './places.ts'

const WRITTEN = 'abcdefghijklmnopqrstuvwxyzBNASFPIRTZVHLMUK0123456789?!"$%&()=+-*.,;:òàùèé'
/** What Italian keyboards write with AltGr. */
const WITH_ALT_GR = '@#[]{}€'

test('who switches the shortcuts of one character off is not told of them any more, and no character does anything', async ({
  server,
  anna: page,
}) => {
  const table = await makeRichTable(server)
  const anna = new TablePage(page, 'Anna')
  await anna.sitsDownAt(table.link('facilitator'))
  await anna.seesSaved()
  const canvas = page.getByRole('region', { name: 'Lavagna' })
  const exported = async (): Promise<string> => {
    const answer = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/exports/board.json`)
    return JSON.stringify(((await answer.json()) as { cards: unknown }).cards)
  }
  const before = await exported()

  const glass = await page.context().newCDPSession(page)
  /** Also what no key of this browser's own keyboard writes. */
  const writes = async (characters: string): Promise<void> => {
    for (const key of characters) {
      await glass.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
      await glass.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    }
  }

  await test.step('they are switched off in the help, and stay so', async () => {
    await page.keyboard.press('F1')
    await page.getByRole('switch').press('Space')
    await page.keyboard.press('Escape')
    await page.reload()
    await anna.seesSaved()
  })

  await test.step('every character, on the canvas and on a card', async () => {
    await canvas.focus()
    for (let place = 0; place < 2; place++) {
      await writes(WRITTEN + WITH_ALT_GR)
      for (const digit of [1, 2, 3]) await page.keyboard.press(`Shift+Digit${digit}`)
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.locator('input:focus, textarea:focus')).toHaveCount(0)
      await page.keyboard.press('Tab')
    }
    await expect(page.getByRole('button', { name: 'Scegli', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    expect(await exported()).toBe(before)
  })

  await test.step('nothing tells of them', async () => {
    const titles = await page
      .locator('[title]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title') ?? ''))
    expect(titles.filter((title) => /\((Maiusc\+)?.\)$/.test(title))).toEqual([])
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog')
    await expect(search.getByText('Nuova scheda: Bisogno')).toBeVisible()
    const keys = await search.locator('kbd').allTextContents()
    expect(keys).toContain('Canc')
    expect(keys.filter((key) => /^(Maiusc\+)?[A-Z0-9?]$/.test(key))).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('in a text they are text', async () => {
    await page.keyboard.press('Enter')
    const title = canvas.getByRole('textbox')
    await title.fill('')
    await writes(`${WITH_ALT_GR}B?n`)
    await expect(title).toHaveValue(`${WITH_ALT_GR}B?n`)
  })
})
