import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser as Found } from '../../browser/find.mjs'
import { BuiltServer } from '../../e2e/built-server.ts'
import { pasted } from '../sync/report/paste.ts'
import { markdownOf } from '../sync/report/table.ts'
import { emptyPage, measure } from './measure.ts'
import { measurePeer } from './peers/measure-peer.ts'
import { plainBoardOf } from './peers/plain-board.ts'
import { servePages } from './peers/serve.ts'
import { tableOf, type Row } from './report.ts'

const PEERS: Readonly<Record<string, string>> = {
  'svelte-flow': 'Svelte Flow',
  excalidraw: 'Excalidraw',
  tldraw: 'tldraw',
}

/** `npm run bench:canvas -- [--cards 200,10000] [--peers] [--only tavolo,tldraw] [--out docs/performance.md]` */
const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '200,1000,1500,5000,10000' },
    peers: { type: 'boolean', default: false },
    only: { type: 'string', default: ['tavolo', ...Object.keys(PEERS)].join() },
    out: { type: 'string' },
  },
})
const found = JSON.parse(process.env['TAVOLO_TEST_BROWSER'] ?? 'null') as Found | null
if (!found) throw new Error('Start it as npm run bench:canvas, which finds a browser.')

const only = values.only.split(',')
const pages = values.peers ? await servePages(process.env['TAVOLO_BENCH_PEERS'] ?? '') : null
const server = await BuiltServer.start()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: found.args,
  env: { ...(process.env as Record<string, string>), ...found.env },
})
try {
  const [first] = cpus()
  const machine = `Run on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${first?.model.trim() ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Chromium ${browser.version()} without a graphics card, 1440 × 900; server and browser share the cores.`
  for (const size of values.cards.split(',').map(Number)) {
    const text = markdownOf(tableOf(size, await emptyPage(browser), await rowsOf(size)), machine)
    process.stdout.write(text)
    // After every size: what was measured is kept when a later one is broken off.
    if (values.out) {
      const before = await readFile(values.out, 'utf8').catch(() => '')
      await writeFile(values.out, pasted(before, `bench:canvas ${size}`, text))
    }
  }
} finally {
  await browser.close()
  await server.close()
  pages?.close()
}

async function rowsOf(size: number): Promise<Row[]> {
  const rows: Row[] = []
  const say = (name: string): void => void process.stderr.write(`${size} cards: ${name}\n`)
  if (only.includes('tavolo')) {
    say('Tavolo')
    rows.push({ name: 'Tavolo', figures: await measure(browser, server, size) })
  }
  if (!pages) return rows
  const board = plainBoardOf(size)
  for (const [page, name] of Object.entries(PEERS)) {
    if (!only.includes(page)) continue
    say(name)
    rows.push({ name, figures: await measurePeer(browser, `${pages.origin}/${page}.html`, board) })
  }
  return rows
}
