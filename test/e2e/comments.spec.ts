import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { OutlinePage } from './pages/outline-page.ts'
import { middleOf } from './pages/place.ts'

const TABLE = { title: 'Portinerie', programme: 'pon-metro-2014-2020' }

/** Somebody at the table who talks about the card in their panel. */
class Talker extends CanvasPage {
  get comments(): Locator {
    return this.page.getByRole('region', { name: /^Commenti/ })
  }

  comment(by: string): Locator {
    return this.comments.getByRole('article', { name: `Commento di ${by}` })
  }

  async says(words: string): Promise<void> {
    await this.comments.getByRole('textbox', { name: 'Scrivi un commento…' }).fill(words)
    await this.comments.getByRole('button', { name: 'Commenta' }).click()
  }

  async answers(words: string): Promise<void> {
    await this.comments.getByRole('button', { name: 'Rispondi' }).click()
    await this.comments.getByRole('textbox', { name: 'La tua risposta' }).fill(words)
    await this.comments.getByRole('button', { name: 'Rispondi' }).click()
  }

  mark(title: string): Locator {
    return this.card('Bisogno', title).getByTitle(/comment[oi] apert[oi]/i)
  }

  async opensAll(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Commenti:/ }).click()
    return this.page.getByRole('dialog', { name: 'Commenti' })
  }
}

test('two people talk about a card: count, answer, name, settle, open again, take away', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new Talker(annasBrowser, 'Anna')
  const bruno = new Talker(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('editor'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Chiavi', [400, 300])
  await bruno.sees('Bisogno', 'Chiavi')

  await test.step('a comment is counted on the card and stands under the name the server knows', async () => {
    await anna.chooses('Bisogno', 'Chiavi')
    await anna.says('Chi tiene le chiavi la sera?')
    await expect(bruno.mark('Chiavi')).toContainText('1')
    await bruno.chooses('Bisogno', 'Chiavi')
    await expect(bruno.comment('Anna')).toContainText('Chi tiene le chiavi la sera?')
    await expect(bruno.comment('Anna').getByRole('time')).toBeVisible()
    await expect(bruno.comment('Anna').getByRole('button')).toHaveCount(0)
  })

  await test.step('an answer calls her by name, and she finds it under her name', async () => {
    await bruno.comments.getByRole('button', { name: 'Rispondi' }).click()
    const field = bruno.comments.getByRole('textbox', { name: 'La tua risposta' })
    await expect(field).toBeFocused()
    await bruno.page.keyboard.type('Sentiamo @an')
    await expect(bruno.page.getByRole('option', { name: 'Anna' })).toBeVisible()
    await bruno.page.keyboard.press('Enter')
    await expect(field).toHaveValue('Sentiamo @Anna ')
    await bruno.page.keyboard.type('e il comitato')
    await bruno.page.keyboard.press('Control+Enter')
    await expect(anna.comment('Bruno')).toContainText('Sentiamo @Anna e il comitato')
    await expect(anna.mark('Chiavi')).toContainText('2')
    const all = await anna.opensAll()
    await all.getByText('Con il mio nome').click()
    await all.getByRole('button', { name: /Chi tiene le chiavi/ }).click()
    await expect(anna.comment('Bruno')).toBeInViewport()
  })

  await test.step('anybody settles it, an answer opens it again', async () => {
    await bruno.comments.getByRole('button', { name: 'Chiudi la discussione' }).click()
    await expect(anna.mark('Chiavi')).toHaveCount(0)
    await anna.comments.getByText('Una discussione chiusa').click()
    await anna.answers('Non ancora: manca il giovedì')
    await expect(bruno.mark('Chiavi')).toContainText('3')
  })

  await test.step('an answer under way stays under the hand when somebody else settles it meanwhile', async () => {
    await bruno.comments.getByRole('button', { name: 'Rispondi' }).click()
    const field = bruno.comments.getByRole('textbox', { name: 'La tua risposta' })
    await field.fill('Ci pensa')
    await anna.comments.getByRole('button', { name: 'Chiudi la discussione' }).click()
    await expect(bruno.comments.getByText(/^Intanto la discussione è stata chiusa/)).toBeVisible()
    await expect(field).toBeFocused()
    await bruno.page.keyboard.type(' Ada')
    await bruno.page.keyboard.press('Control+Enter')
    await expect(anna.comments.getByText('Ci pensa Ada')).toBeVisible()
    await expect(anna.mark('Chiavi')).toContainText('4')
  })

  await test.step('one takes away one’s own words, undo brings them back', async () => {
    await anna.comment('Anna').last().getByRole('button', { name: 'Togli il tuo commento' }).click()
    await expect(bruno.comment('Anna')).toHaveCount(1)
    await anna.undoes()
    await expect(bruno.comment('Anna')).toHaveCount(2)
    await anna.seesSaved()
  })

  await test.step('what one is writing waits when somebody puts the card in the trash', async () => {
    const field = bruno.comments.getByRole('textbox', { name: 'Apri un’altra discussione…' })
    await field.fill('Chi apre?')
    await anna.throwsAway('Bisogno', 'Chiavi')
    await expect(bruno.panel.getByText(/^Questa scheda è nel cestino/)).toBeVisible()
    await bruno.panel.getByRole('button', { name: 'Ripristina' }).click()
    await expect(field).toHaveValue('Chi apre?')
    await anna.sees('Bisogno', 'Chiavi')
  })

  await test.step('who only reads sees all of it and writes nothing', async () => {
    const carla = new Talker(await newPerson(), 'Carla')
    await carla.sitsDownAt(table.link('viewer'))
    await carla.page.mouse.click(...(await middleOf(carla.card('Bisogno', 'Chiavi'))))
    await expect(carla.comment('Bruno').first()).toBeVisible()
    await expect(carla.comments.getByRole('textbox')).toHaveCount(0)
    await expect(carla.comments.getByRole('button', { name: 'Rispondi' })).toHaveCount(0)
  })

  await test.step('the story tells it', async () => {
    await anna.opensView('Storia')
    await expect(
      anna.page.getByText('ha commentato il bisogno «Chiavi»: «Chi tiene le chiavi la sera?»'),
    ).toBeVisible()
  })
})

test('who gave no name is called as the list of people calls them, and finds what is said to them', async ({
  server,
  anna: annasBrowser,
  newPerson,
}) => {
  const table = await server.createTable(TABLE)
  const anna = new Talker(annasBrowser, 'Anna')
  await anna.sitsDownAt(table.link('editor'))
  // Reads the board in English: called in Italian all the same.
  const guest = await newPerson({ locale: 'en-GB' })
  await guest.goto(table.link('editor'))
  await guest.getByRole('button', { name: 'Join', exact: true }).click()
  await anna.putsDown('Bisogno', 'Chiavi', [400, 300])
  await anna.chooses('Bisogno', 'Chiavi')

  await anna.page.getByRole('button', { name: '2 persone al tavolo' }).click()
  const listed = anna.page.getByText(/^Ospite /).first()
  await expect(listed).toBeVisible()
  const name = (await listed.innerText()).trim()
  await anna.page.keyboard.press('Escape')

  await anna.comments.getByRole('textbox', { name: 'Scrivi un commento…' }).click()
  await anna.page.keyboard.type('Sentiamo @osp')
  await expect(anna.page.getByRole('option', { name })).toBeVisible()
  await anna.page.keyboard.press('Enter')
  await anna.page.keyboard.press('Control+Enter')
  await expect(anna.comment('Anna').locator('b.called')).toHaveText(`@${name}`)

  await guest.getByRole('button', { name: /^Comments:/ }).click()
  const all = guest.getByRole('dialog', { name: 'Comments' })
  await all.getByText('With my name').click()
  await all.getByRole('button', { name: /Sentiamo @Ospite/ }).click()
  await expect(guest.getByRole('article', { name: /^Comment by Anna/ }).locator('b.called')).toHaveText(
    `@${name}`,
  )
})

test('a comment is written, answered and settled by keyboard alone, from the outline', async ({
  server,
  anna,
}) => {
  const table = await server.createTable(TABLE)
  const outline = new OutlinePage(anna, 'Anna')
  await outline.sitsDownAt(table.link('editor'))
  await outline.opensView('Elenco')
  await outline.begins('Bisogno', 'Chiavi')
  await outline.presses('Control+Enter')
  const comments = anna.getByRole('region', { name: /^Commenti/ })
  await outline.walksTo(comments.getByRole('textbox', { name: 'Scrivi un commento…' }))
  await anna.keyboard.type('Chi tiene le chiavi?')
  await outline.presses('Control+Enter')
  await expect(comments.getByRole('article')).toContainText('Chi tiene le chiavi?')
  await expect(comments.getByRole('status').filter({ hasText: 'Commento aggiunto.' })).toBeAttached()
  await outline.walksTo(comments.getByRole('button', { name: 'Chiudi la discussione' }), 'Shift+Tab')
  await outline.presses('Enter')
  await expect(comments.getByText('Una discussione chiusa')).toBeVisible()
  await outline.leavesPanel()
  await expect(outline.focused).toHaveValue('Chiavi')
})
