import type { Inks } from './inks.ts'
import { SIGNED, signId } from './signs.ts'

/**
 * The signs of the cards as background pictures, by class, in the colours of the theme. A drawing of its own in each card
 * costs the browser a transform and a clip in every frame that moves anything, and twice as much to mount.
 */
export class SignPictures {
  #rule: CSSRule | null = null

  constructor(private readonly drawings: ParentNode) {}

  /** Shows them in these colours from now on. */
  paint(inks: Inks): void {
    this.close()
    const sheet = document.styleSheets[0]
    if (!sheet) return
    const place = sheet.insertRule(`@media all { ${signRules(this.drawings, inks)} }`, sheet.cssRules.length)
    this.#rule = sheet.cssRules[place] ?? null
  }

  close(): void {
    const sheet = this.#rule?.parentStyleSheet
    if (sheet) sheet.deleteRule([...sheet.cssRules].indexOf(this.#rule as CSSRule))
    this.#rule = null
  }
}

/** CSS of a class for each sign; on a card that stepped back it is grey. */
function signRules(drawings: ParentNode, { kinds, warning, primary, dim }: Inks): string {
  const inks = new Map(SIGNED.map((card) => [signId(card), kinds[card.kind]]))
  inks.set('sign-finding', warning).set('sign-said', primary)
  return [...inks]
    .flatMap(([id, ink]) => {
      const drawing = drawings.querySelector(`#${id}`)
      return drawing ? [rule(`.${id}`, drawing, ink), rule(`.dimmed .${id}`, drawing, dim)] : []
    })
    .join('')
}

function rule(selector: string, drawing: Element, ink: string): string {
  const picture = drawing.cloneNode(true) as Element
  for (const name of ['id', 'class']) picture.removeAttribute(name)
  picture.setAttribute('stroke', ink)
  const address = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`
  return `${selector}{background-image:url("${address}")}`
}
