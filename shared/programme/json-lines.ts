/**
 * On which line of a JSON text each value begins, by its place as JSON: `["axes",2,"code"]`. The text must be JSON, as
 * `JSON.parse` has said it is.
 */
export function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  const open: Level[] = []
  let line = 1
  let key: string | null = null

  const begins = (): void => {
    const level = open.at(-1)
    if (level === undefined) lines.set('[]', line)
    else {
      level.step = level.isList ? (typeof level.step === 'number' ? level.step + 1 : 0) : (key ?? '')
      lines.set(JSON.stringify(open.map(({ step }) => step)), line)
    }
    key = null
  }

  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [token] = found
    if (token === '\n') line++
    else if (token === '{' || token === '[') {
      begins()
      open.push({ isList: token === '[', step: null })
    } else if (token === '}' || token === ']') open.pop()
    else if (found[1] !== undefined) {
      key = JSON.parse(found[1]) as string
      line += (found[2] ?? '').split('\n').length - 1
    } else begins()
  }
  return lines
}

interface Level {
  readonly isList: boolean
  step: string | number | null
}

/** A line's end, a bracket, a key with its colon, or a plain value. */
const TOKEN = /\n|[{}[\]]|("(?:[^"\\]|\\.)*")(\s*):|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/g
