import { PACKS_ELEMENT, type PackFile } from '../shared/programme/pack.ts'
import { addPacks } from '../shared/programme/programmes.ts'

/** The programmes that this server adds to those of the product: it wrote them into the page, and had checked them. */
export function pagePacks(): readonly PackFile[] {
  const text = document.getElementById(PACKS_ELEMENT)?.textContent
  return text ? (JSON.parse(text) as readonly PackFile[]) : []
}

/** Makes them known, before a screen reads the name of a programme; once more does no harm. */
export const takePagePacks = (): void => addPacks(pagePacks())
