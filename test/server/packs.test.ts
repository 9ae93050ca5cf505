import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Planner } from '../../client/plan/planner.ts'
import { staticFiles } from '../../server/http/static.ts'
import { readPackFolder } from '../../server/packs.ts'
import { ConfigError, startServer } from '../../server/start.ts'
import { PACKS_ELEMENT } from '../../shared/programme/pack.ts'
import { programmeById } from '../../shared/programme/programmes.ts'
import { temporaryFolder } from './running.ts'

const SHIPPED = new URL('../../shared/programme/data/pn-metro-plus-2021-2027.json', import.meta.url)
const OWN = 'programma-di-prova'

let folder: { path: string; remove: () => Promise<void> }
let good: string
beforeAll(async () => {
  folder = await temporaryFolder()
  good = await readFile(SHIPPED, 'utf8').then((text) =>
    text
      .replace('"pn-metro-plus-2021-2027"', `"${OWN}"`)
      .replace('"shortTitle": "PN Metro Plus 2021-27"', '"shortTitle": "Prova </script> 2021-27"'),
  )
})
afterAll(() => folder.remove())

/** A folder of packs by their file names. */
async function packs(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder.path, name)
  await mkdir(path)
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text)
  return path
}

const start = (name: string, programmes?: string) =>
  startServer({
    PORT: '0',
    HOST: '127.0.0.1',
    TAVOLO_DATA: join(folder.path, `data-${name}`),
    TAVOLO_LOG_LEVEL: 'silent',
    ...(programmes !== undefined && { TAVOLO_PROGRAMMES: programmes }),
  })

it('a wrong pack stops the start, and every mistake is told with its file, line and reason', async () => {
  const wrong = await packs('wrong', {
    'a.json': good.replace('"maxEuRate": 0.85', '"maxEuRate": 85'),
    'b.json': good.replace('"readiness": {', '"readiness": '),
    'c.json': good,
    'note.txt': 'not a pack',
  })
  const error = await start('wrong', wrong).catch((refused: unknown) => refused)
  expect(error).toBeInstanceOf(ConfigError)
  const line = good.slice(0, good.indexOf('"maxEuRate"')).split('\n').length
  expect((error as ConfigError).problems).toEqual([
    `${join(wrong, 'a.json')}, riga/line ${line}: coFinancing.maxEuRate: ci vuole un numero da 0 a 1, c’è 85 / expected a number from 0 to 1, got 85`,
    expect.stringMatching(/b\.json, riga\/line \d+: qui il file non è più JSON/),
  ])
  expect(programmeById(OWN)).toBe(null)
})

it('two packs of one id, and a folder that is not there, are refused', async () => {
  const twice = await packs('twice', { 'a.json': good, 'b.json': good })
  expect(readPackFolder(twice).problems).toEqual([expect.stringContaining(`«${OWN}» è anche in`)])
  expect(readPackFolder(join(folder.path, 'nowhere')).problems).toEqual([
    expect.stringContaining('non si legge'),
  ])
})

it('a pack of the folder is a programme of this server: for boards, the plan, the page and its worker', async () => {
  const own = await packs('own', { 'prova.json': good })
  const running = await start('own', own)
  try {
    const key = (await readFile(join(folder.path, 'data-own', 'operator.key'), 'utf8')).trim()
    const ask = async (who: string, method: string, path: string, body?: object) => {
      const response = await fetch(running.url.replace('localhost', '127.0.0.1') + path, {
        method,
        headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      return (await response.json()) as Record<string, unknown>
    }
    const made = await ask(key, 'POST', '/api/boards', { title: 'Prova', programme: OWN, city: 'Bari' })
    const viewer = (made['keys'] as { viewer: string }).viewer
    expect(await ask(viewer, 'GET', `/api/boards/${String(made['id'])}`)).toMatchObject({ programme: OWN })
    expect(await ask(viewer, 'GET', `/api/boards/${String(made['id'])}/plan`)).toMatchObject({
      plan: { programme: { id: OWN } },
    })
  } finally {
    await running.close()
  }
})

it('the page carries it as data that no browser runs, whatever is written in it', async () => {
  const { packs: read } = readPackFolder(join(folder.path, 'own'))
  const client = await packs('client', { 'index.html': '<html><head></head><body></body></html>' })
  const html = await (await staticFiles(read, client).request('/')).text()
  const [, json = ''] =
    new RegExp(`<script type="application/json" id="${PACKS_ELEMENT}">(.*?)</script>`).exec(html) ?? []
  expect(JSON.parse(json)).toEqual(read)
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(await (await staticFiles([], client).request('/')).text()).not.toContain('script')
})

it('the plan beside the page knows it once it was told', () => {
  const { packs: read } = readPackFolder(join(folder.path, 'own'))
  const planner = new Planner()
  const another = read.map((pack) => ({ ...pack, id: 'un-altro' }))
  expect(planner.hear({ kind: 'packs', packs: another })).toBe(null)
  expect(programmeById('un-altro')?.cities.length).toBe(53)
})
