import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { pasted } from '../sync/report/paste.ts'
import { markdownOf } from '../sync/report/table.ts'
import { importing } from './importing.ts'
import { measured } from './measured.ts'
import { onBoard } from './on-board.ts'
import { byRule } from './rules.ts'
import { tableOf } from './report.ts'
import { verdictsInBrowser } from './verdicts.ts'

/** `npm run bench:plan -- [--cards 1500,10000] [--rows 1250,5000] [--rules] [--browser] [--out docs/performance.md]` */
const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '1500,10000' },
    rows: { type: 'string', default: '1250,5000' },
    rules: { type: 'boolean', default: false },
    /** Only what an edit takes in a browser. */
    browser: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const sizesIn = (text: string): number[] => text.split(',').map(Number)

const [first] = cpus()
const machine = `Run on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${first?.model.trim() ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}.`

const tables = values.browser
  ? [await verdictsInBrowser(sizesIn(values.cards))]
  : [
      tableOf('The plan of a board', 'cards', await measured(sizesIn(values.cards), onBoard)),
      tableOf('Reading what comes in', 'rows', await measured(sizesIn(values.rows), importing)),
      ...(values.rules ? [tableOf('Each rule', 'cards', await measured(sizesIn(values.cards), byRule))] : []),
    ]
const text = tables.map((table) => markdownOf(table, machine)).join('\n')
process.stdout.write(text)
if (values.out) {
  const before = await readFile(values.out, 'utf8').catch(() => '')
  await writeFile(values.out, pasted(before, values.browser ? 'bench:verdicts' : 'bench:plan', text))
}
