import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

test('who takes back a card in which a colleague wrote takes none of their words: it waits in the trash', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
}) => {
  const table = await server.createTable({ title: 'Portinerie', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Chiavi', [400, 300])
  await bruno.chooses('Bisogno', 'Chiavi')
  const words = 'La sera non le tiene nessuno'
  await bruno.panel.getByRole('textbox', { name: 'Testo' }).fill(words)
  await anna.chooses('Bisogno', 'Chiavi')
  const text = anna.panel.getByRole('textbox', { name: 'Testo' })
  await expect(text).toHaveValue(words)
  await walksAll(annasBrowser, 'Annulla')
  await expect(anna.canvas.getByRole('group')).toHaveCount(0)
  await expect(bruno.canvas.getByRole('group')).toHaveCount(0)
  await walksAll(annasBrowser, 'Ripeti')
  await anna.chooses('Bisogno', 'Chiavi')
  await expect(text).toHaveValue(words)
  await bruno.sees('Bisogno', 'Chiavi')

  await walksAll(annasBrowser, 'Annulla')
  await expect(anna.canvas.getByRole('group')).toHaveCount(0)
  const written = async (): Promise<unknown> => {
    const path = `/api/boards/${table.id}/exports/board.json`
    const { cards } = (await (await server.api(table.keys.viewer, 'GET', path)).json()) as {
      cards: Record<string, { body: { $text: string }; deleted?: boolean }>
    }
    return Object.values(cards).map(({ body, deleted }) => [body.$text, deleted])
  }
  await expect.poll(written).toEqual([[words, true]])
})

/** Takes back, or brings back, all there is: a title that was typed a moment after its card is a step of its own. */
async function walksAll(page: Page, name: 'Annulla' | 'Ripeti'): Promise<void> {
  const button = page.getByRole('banner').getByRole('button', { name, exact: true })
  await button.click()
  while (await button.isEnabled()) await button.click()
}
