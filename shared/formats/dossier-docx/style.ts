import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx'

/** A4 with margins of 2 cm, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1_134 } as const
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin

/** Ink on paper: the product's text colour, its secondary one, a rule and the ground of a table's head. */
export const INK = '17324D'
export const QUIET = '455B71'
export const RULE = 'C5CED8'
export const GROUND = 'EEF2F6'
export const PRIMARY = '0055AA'

/** Not embedded: who lacks it gets the alternative that `package.ts` names. */
export const FONT = 'Titillium Web'
export const CODE_FONT = 'Courier New'

/** Titillium is a roomy type: single lines are enough. */
const spacing = (before: number, after: number) => ({ before, after, line: 240, lineRule: LineRuleType.AUTO })

/** Styles by the names that `blocks.ts` uses; headings are the ones that word processors build their outline from. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'it-IT', eastAsia: 'it-IT' } },
      paragraph: { spacing: spacing(0, 120) },
    },
    title: {
      run: { size: 64, bold: true, color: INK },
      paragraph: { spacing: spacing(0, 120), keepNext: true },
    },
    heading1: {
      run: { size: 36, bold: true, color: INK },
      paragraph: { spacing: spacing(0, 200), keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: { size: 26, bold: true, color: PRIMARY },
      paragraph: { spacing: spacing(360, 120), keepNext: true, outlineLevel: 1 },
    },
    heading3: {
      run: { size: 22, bold: true, color: INK },
      paragraph: { spacing: spacing(280, 80), keepNext: true, outlineLevel: 2 },
    },
  },
  paragraphStyles: [
    {
      id: 'Sottotitolo',
      name: 'Sottotitolo',
      basedOn: 'Normal',
      run: { size: 28, color: QUIET },
      paragraph: { spacing: spacing(0, 600) },
    },
    {
      id: 'Occhiello',
      name: 'Occhiello',
      basedOn: 'Normal',
      run: { size: 20, bold: true, color: PRIMARY, allCaps: true, characterSpacing: 20 },
      paragraph: { keepNext: true, spacing: spacing(0, 40) },
    },
    {
      id: 'Premessa',
      name: 'Premessa',
      basedOn: 'Normal',
      paragraph: { keepNext: true, spacing: spacing(0, 160) },
    },
    {
      id: 'Indice',
      name: 'Indice',
      basedOn: 'Normal',
      run: { size: 36, bold: true },
      paragraph: { keepNext: true, spacing: spacing(0, 200) },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: spacing(120, 40) },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      paragraph: { indent: { left: 340 }, spacing: spacing(0, 40) },
    },
    {
      id: 'Cella',
      name: 'Cella',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: spacing(30, 30) },
    },
    {
      id: 'Importo',
      name: 'Importo',
      basedOn: 'Cella',
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: 'Nota',
      name: 'Nota',
      basedOn: 'Normal',
      run: { size: 18, color: QUIET },
      paragraph: { spacing: spacing(60, 120) },
    },
    {
      id: 'Impronta',
      name: 'Impronta',
      basedOn: 'Normal',
      run: { font: CODE_FONT, size: 18, color: INK },
      paragraph: { spacing: spacing(0, 60) },
    },
  ],
}
