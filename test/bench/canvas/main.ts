import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser as Found } from '../../browser/find.mjs'
import { BuiltServer } from '../../e2e/built-server.ts'
import { pasted } from '../sync/report/paste.ts'
import { markdownOf } from '../sync/report/table.ts'
import { emptyPage, measure } from './measure.ts'
import { tableOf } from './report.ts'

/** `npm run bench:canvas -- [--cards 200,1000,5000,10000] [--out docs/performance.md]` */
const { values } = parseArgs({
  options: { cards: { type: 'string', default: '200,1000,5000,10000' }, out: { type: 'string' } },
})
const found = JSON.parse(process.env['TAVOLO_TEST_BROWSER'] ?? 'null') as Found | null
if (!found) throw new Error('Start it as npm run bench:canvas, which finds a browser.')

const server = await BuiltServer.start()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: found.args,
  env: { ...(process.env as Record<string, string>), ...found.env },
})
try {
  const empty = await emptyPage(browser)
  const figures = []
  for (const size of values.cards.split(',').map(Number)) {
    process.stderr.write(`${size} cards\n`)
    figures.push(await measure(browser, server, size))
  }
  const [first] = cpus()
  const machine = `Run on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${first?.model.trim() ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Chromium ${browser.version()} without a graphics card, 1440 × 900; server and browser share the cores.`
  const text = markdownOf(tableOf(empty, figures), machine)
  process.stdout.write(text)
  if (values.out) {
    const before = await readFile(values.out, 'utf8').catch(() => '')
    await writeFile(values.out, pasted(before, 'bench:canvas', text))
  }
} finally {
  await browser.close()
  await server.close()
}
