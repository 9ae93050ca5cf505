import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { pasted } from '../sync/report/paste.ts'
import { markdownOf, type Table } from '../sync/report/table.ts'
import { importing } from './importing.ts'
import { measured } from './measured.ts'
import { onBoard } from './on-board.ts'
import { byRule } from './rules.ts'
import { tableOf } from './report.ts'
import { verdictsInBrowser } from './verdicts.ts'

/**
 * `npm run bench:plan -- [--only plan,import,rules,browser] [--cards 1500,10000] [--rows 1250,5000] [--out docs/performance.md]`.
 * Each suite has its own place in the file.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'plan,import' },
    cards: { type: 'string', default: '1500,10000' },
    rows: { type: 'string', default: '1250,5000' },
    out: { type: 'string' },
  },
})
const sizesIn = (text: string): number[] => text.split(',').map(Number)
const [cards, rows] = [sizesIn(values.cards), sizesIn(values.rows)]

const SUITES: Readonly<Record<string, () => Promise<Table>>> = {
  plan: async () => tableOf('The plan of a board', 'cards', await measured(cards, onBoard)),
  import: async () => tableOf('Reading what comes in', 'rows', await measured(rows, importing)),
  rules: async () => tableOf('Each rule', 'cards', await measured(cards, byRule)),
  browser: () => verdictsInBrowser(cards),
}

const [first] = cpus()
const machine = `Run on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${first?.model.trim() ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}.`

for (const name of values.only.split(',')) {
  const suite = SUITES[name]
  if (!suite) throw new Error(`--only names some of ${Object.keys(SUITES).join(', ')}, not ${name}`)
  const text = markdownOf(await suite(), machine)
  process.stdout.write(text)
  if (values.out) {
    const before = await readFile(values.out, 'utf8').catch(() => '')
    await writeFile(values.out, pasted(before, `bench:${name}`, text))
  }
}
