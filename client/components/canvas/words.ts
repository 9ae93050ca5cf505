import type { DesignLevel, Nature, PartnerType } from '../../../shared/board/card.ts'
import { m } from '../../paraglide/messages.js'

const NATURES: Readonly<Record<Nature, () => string>> = {
  material: m.nature_material,
  immaterial: m.nature_immaterial,
  digital: m.canvas_nature_digital,
}

const DESIGN_LEVELS: Readonly<Record<DesignLevel, () => string>> = {
  none: m.canvas_design_none,
  feasibility: m.canvas_design_feasibility,
  preliminary: m.canvas_design_preliminary,
  definitive: m.canvas_design_definitive,
  executive: m.canvas_design_executive,
}

const PARTNER_TYPES: Readonly<Record<PartnerType, () => string>> = {
  municipality: m.canvas_partner_municipality,
  association: m.canvas_partner_association,
  cooperative: m.canvas_partner_cooperative,
  foundation: m.canvas_partner_foundation,
  company: m.canvas_partner_company,
  citizens: m.canvas_partner_citizens,
  publicBody: m.canvas_partner_public_body,
  other: m.canvas_partner_other,
}

/** As a card's header says it: "Immateriale · digitale". */
export const natureWord = (nature: Nature): string => NATURES[nature]()
export const designWord = (level: DesignLevel): string => DESIGN_LEVELS[level]()
export const partnerWord = (type: PartnerType): string => PARTNER_TYPES[type]()

/** "2 punti da sistemare", "1 commento aperto": the few same counts stand all over a board, and a plural is dear to make. */
export const findingsWords = counted(m.canvas_findings)
export const saidWords = counted(m.comments_open)

/** A new language comes with a new page: what was said once stays said. */
function counted(sentence: (inputs: { count: number }) => string): (count: number) => string {
  const said = new Map<number, string>()
  return (count) => {
    const words = said.get(count) ?? sentence({ count })
    said.set(count, words)
    return words
  }
}
