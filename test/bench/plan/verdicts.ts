import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { wholeOf } from '../../../shared/board/whole.ts'
import { writeBoard } from '../../../shared/formats/board-json/write.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { Browser as Found } from '../../browser/find.mjs'
import { BuiltServer, type Table } from '../../e2e/built-server.ts'
import { connect, synced } from '../../server/running.ts'
import { shown } from '../sync/measure/spread.ts'
import type { Table as Printed } from '../sync/report/table.ts'
import { watchTheBoard } from '../canvas/page-side.ts'
import { aPlannedBoard } from './a-planned-board.ts'

const EDITS = 60
/** What `aPlannedBoard` finances it with: at this cost FIN-1 holds, a cent more and it fails. */
const ACTION = 'action-7' as CardId
const COVERED_CENTS = 100_000
const SETTLE_MS = 4000

declare const noted: { readableMs: number; lastMessageMs: number }

/** From a colleague's edit coming in until the count of failing checks in the top bar is painted anew, in a browser. */
export async function verdictsInBrowser(sizes: readonly number[]): Promise<Printed> {
  const found = JSON.parse(process.env['TAVOLO_TEST_BROWSER'] ?? 'null') as Found | null
  if (!found) throw new Error('Start it as npm run bench:plan -- --only browser, which finds a browser.')
  const server = await BuiltServer.start()
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...(process.env as Record<string, string>), ...found.env },
  })
  try {
    const rows: string[][] = []
    for (const size of sizes) {
      process.stderr.write(`${size} in a browser\n`)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' })
      const times = (await timesOf(page, server, await lay(server, size))).sort((a, b) => a - b)
      const at = (share: number): string => shown(times[Math.ceil(times.length * share) - 1] ?? NaN)
      rows.push([size.toLocaleString('en-US'), at(0.5), at(0.95), at(1)])
      await page.close()
    }
    return {
      title: 'An edit until its verdict is shown',
      ran: `The built product in Chromium ${browser.version()}, 1440 × 900; server and browser share the cores. ${EDITS} times a colleague changes the cost of an action so that FIN-1 fails or holds; milliseconds from the change coming in to the frame in which the count of failing checks has changed.`,
      columns: ['cards', 'median', '95th percentile', 'longest'],
      rows,
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function lay(server: BuiltServer, size: number): Promise<Table> {
  const table = await server.createTable({ title: `${size} carte`, programme: 'pon-metro-2014-2020' })
  const whole = wholeOf(aPlannedBoard(size))
  const bytes = writeBoard({ whole, boardId: table.id as never, exportedAt: new Date(0).toISOString() })
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
  await server.api(table.keys.facilitator, 'POST', `/api/boards/${table.id}/imports/board.json`, json)
  return table
}

async function timesOf(page: Page, server: BuiltServer, table: Table): Promise<number[]> {
  await page.addInitScript(watchTheBoard)
  await page.goto(table.link('editor'))
  await page.getByLabel('Come ti chiami? (facoltativo)').fill('Anna')
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
  await page.locator('nav .count').first().waitFor({ timeout: 60_000 })
  await wait(SETTLE_MS)
  const { doc, provider, close } = connect(server, { id: table.id } as never, table.keys.editor)
  await synced(provider)
  const times: number[] = []
  for (let nth = 0; nth < EDITS; nth++) {
    const counted = page.evaluate(untilCounted)
    await wait(100 + ((nth * 37) % 90))
    editCard<'action'>(doc, ACTION, { costCents: COVERED_CENTS + (nth % 2) })
    times.push(await counted)
  }
  close()
  return times
}

/** Runs in the page. */
const untilCounted = (): Promise<number> =>
  new Promise((resolve) => {
    const count = document.querySelector('nav .count')
    const before = count?.textContent
    const look = new MutationObserver(() => {
      if (count?.textContent === before) return
      look.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - noted.lastMessageMs)))
    })
    look.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
