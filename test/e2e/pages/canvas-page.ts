import { expect, type Locator } from '@playwright/test'
import { PanelPage } from './panel-page.ts'
import { boxOf, middleOf, type At } from './place.ts'

export type { At } from './place.ts'

export type Kind = 'Bisogno' | 'Azione' | 'Asse' | 'Fondo' | 'Intervento' | 'Soggetto' | 'Nota'

/** A person at the canvas with a mouse, whose places are pixels from its upper left corner: cards come from the palette, links are drawn, everything by pointing. */
export class CanvasPage extends PanelPage {
  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Lavagna' })
  }

  get palette(): Locator {
    return this.page.getByRole('toolbar', { name: 'Strumenti della lavagna' })
  }

  card(kind: Kind, title: string): Locator {
    return this.canvas.getByRole('group', { name: `${kind}: ${title}`, exact: true })
  }

  /** Carries a card from the palette to a place and writes its title there. */
  async putsDown(kind: Kind, title: string, at: At): Promise<void> {
    await this.#carries(this.palette.getByRole('button', { name: kind, exact: true }), at)
    await this.#writesTitle(kind, title)
  }

  /** Clicks a kind in the palette, then the place. */
  async clicksDown(kind: Kind, title: string, at: At): Promise<void> {
    await this.palette.getByRole('button', { name: kind, exact: true }).click()
    await this.page.mouse.click(...(await this.#onScreen(at)))
    await this.#writesTitle(kind, title)
  }

  /** Takes the frame in hand and draws it from corner to corner. */
  async drawsIntervention(title: string, from: At, to: At): Promise<void> {
    await this.palette.getByRole('button', { name: 'Intervento', exact: true }).click()
    await this.#drags(await this.#onScreen(from), await this.#onScreen(to))
    await this.#writesTitle('Intervento', title)
  }

  /** Takes an axis or a fund of the programme from the palette's menu: its title is ready. */
  async takesReady(kind: 'Asse' | 'Fondo', title: string, at: At): Promise<void> {
    await this.palette.getByRole('button', { name: kind, exact: true }).click()
    const offers = this.palette.getByRole('group', { name: kind })
    await this.#carries(offers.getByRole('button', { name: title }), at)
    await this.sees(kind, title)
  }

  async sees(kind: Kind, title: string): Promise<void> {
    await expect(this.card(kind, title)).toBeVisible()
  }

  async chooses(kind: Kind, title: string): Promise<void> {
    await this.page.mouse.click(...(await this.#gripOf(kind, title)))
    await expect(this.card(kind, title)).toHaveAttribute('aria-current', 'true')
    await expect(this.panel.getByRole('textbox', { name: 'Titolo', exact: true })).toHaveValue(title)
  }

  async moves(kind: Kind, title: string, to: At): Promise<void> {
    const card = this.card(kind, title)
    const before = await middleOf(card)
    await this.#drags(before, await this.#onScreen(to))
    await expect.poll(() => middleOf(card)).not.toEqual(before)
  }

  /** Draws a line from the right-hand grip of a chosen card to another card. */
  async draws(from: readonly [Kind, string], to: readonly [Kind, string]): Promise<void> {
    await this.chooses(...from)
    const box = await boxOf(this.card(...from))
    await this.#drags([box.x + box.width, box.y + box.height / 2], await middleOf(this.card(...to)))
    await this.#seesJoined()
  }

  /** Takes the joining tool, with nothing chosen, and taps one card, then the other. */
  async joins(from: readonly [Kind, string], to: readonly [Kind, string]): Promise<void> {
    await this.#taps(from, to)
    await this.#seesJoined()
  }

  /** The same for two cards that can be joined in several ways: which one is asked. */
  async asksToJoin(from: readonly [Kind, string], to: readonly [Kind, string]): Promise<void> {
    await this.#taps(from, to)
    await expect(this.canvas.getByRole('dialog', { name: 'Come si collegano?' })).toBeVisible()
  }

  async #taps(from: readonly [Kind, string], to: readonly [Kind, string]): Promise<void> {
    if (await this.panel.isVisible()) await this.letsGo()
    await this.palette.getByRole('button', { name: 'Collega', exact: true }).click()
    await this.page.mouse.click(...(await middleOf(this.card(...from))))
    await this.page.mouse.click(...(await middleOf(this.card(...to))))
  }

  /** Leaves everything: nothing is chosen, no panel beside the canvas. */
  async letsGo(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Chiudi la scheda' }).click()
    await expect(this.panel).toBeHidden()
  }

  /** Makes everything smaller, so that more of the table is in view. */
  async stepsBack(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) await this.page.getByRole('button', { name: 'Riduci' }).click()
  }

  async seesBadge(intervention: string, words: string): Promise<void> {
    await expect(this.card('Intervento', intervention).getByTitle('Integrazione tra assi')).toHaveText(words)
  }

  async seesTotal(total: string, words: string): Promise<void> {
    const strip = this.page.getByRole('button', { name: `Totale ${total}: apri Fondi` })
    await expect(strip).toContainText(total)
    await expect(strip).toContainText(words)
  }

  async throwsAway(kind: Kind, title: string): Promise<void> {
    await this.chooses(kind, title)
    await this.page.keyboard.press('Delete')
    await expect(this.card(kind, title)).toHaveCount(0)
  }

  async #seesJoined(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^Collegato: / })).toBeVisible()
    await expect(this.panel.getByText('Collegamento', { exact: true })).toBeVisible()
  }

  async #writesTitle(kind: Kind, title: string): Promise<void> {
    const field = this.canvas.getByRole('textbox', { name: `Titolo · ${kind}` })
    await expect(field).toBeFocused()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
    await expect(this.card(kind, title)).toBeVisible()
  }

  async #carries(button: Locator, at: At): Promise<void> {
    await this.#drags(await middleOf(button), await this.#onScreen(at))
  }

  async #drags(from: At, to: At): Promise<void> {
    const { mouse } = this.page
    await mouse.move(...from)
    await mouse.down()
    await mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
    await mouse.move(...to, { steps: 4 })
    await mouse.up()
  }

  /** Where a frame is taken by its heading, a card by its middle. */
  async #gripOf(kind: Kind, title: string): Promise<At> {
    const { x, y, width, height } = await boxOf(this.card(kind, title))
    return kind === 'Intervento' ? [x + 40, y + 20] : [x + width / 2, y + height / 2]
  }

  async #onScreen([x, y]: At): Promise<At> {
    const box = await boxOf(this.canvas)
    return [box.x + x, box.y + y]
  }
}
