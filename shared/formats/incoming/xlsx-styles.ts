import { attribute, scanXml } from './xml.ts'

/** What a style makes of a number. */
export type Shown = 'number' | 'day' | 'percent'

/** How each style of cells shows numbers, by its place in `cellXfs` (ECMA-376 part 1, 18.8). */
export function shownBy(stylesXml: string): Shown[] {
  const formats = new Map<number, Shown>()
  const shown: Shown[] = []
  let inCells = false
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(
          Number(attribute(attributes, 'numFmtId')),
          shownAs(attribute(attributes, 'formatCode') ?? ''),
        )
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        shown.push(formats.get(id) ?? builtIn(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  return shown
}

/** Formats that every file has without saying so (18.8.30), those of East Asian calendars included. */
const builtIn = (id: number): Shown =>
  id === 9 || id === 10
    ? 'percent'
    : (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
      ? 'day'
      : 'number'

function shownAs(code: string): Shown {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')
  if (/[dy]/i.test(first) || /m/i.test(first)) return 'day'
  return first.includes('%') ? 'percent' : 'number'
}
