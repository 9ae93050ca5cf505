import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askJson, createBoard, sitDown, temporaryFolder, type TestBoard } from './running.ts'
import { startBuilt as startOne, type BuiltServer } from '../crash/built-server.ts'

const CLI = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

const tavolo = (...words: string[]): Promise<Outcome> =>
  new Promise((resolve) =>
    execFile(process.execPath, [CLI, ...words], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )

const started = new Set<BuiltServer>()
/** A server that does not outlive a test that failed. */
async function startBuilt(...given: Parameters<typeof startOne>): Promise<BuiltServer> {
  const server = await startOne(...given)
  started.add(server)
  return server
}
afterEach(async () => {
  for (const server of started) await server.kill()
  started.clear()
})

let folder: { path: string; remove: () => Promise<void> }
let data: string
let board: TestBoard

beforeAll(async () => {
  folder = await temporaryFolder()
  data = join(folder.path, 'data')
  const server = await startBuilt(data)
  const operatorKey = (await readFile(join(data, 'operator.key'), 'utf8')).trim()
  board = await createBoard({ url: server.url, operatorKey }, { model: 'quartieri-connessi' })
  const { url } = server
  const over = await tavolo('export', board.id, 'board.json', '--server', url, '--key', board.keys.viewer)
  if (over.code !== 0) throw new Error(over.err)
  await writeFile(join(folder.path, 'tavola.json'), over.out)
  await server.stop()
})
afterAll(() => folder.remove())

describe('tavolo', () => {
  it('exports the same file from a stopped folder as from a running server', async () => {
    const file = join(folder.path, 'di-nuovo.json')
    expect(await tavolo('export', board.id, 'board.json', '--data', data, '--out', file)).toMatchObject({
      code: 0,
    })
    const [fromServer, fromFolder] = await Promise.all(
      ['tavola.json', 'di-nuovo.json'].map(
        async (name) =>
          JSON.parse(await readFile(join(folder.path, name), 'utf8')) as Record<string, unknown>,
      ),
    )
    expect(fromFolder?.['cards']).toEqual(fromServer?.['cards'])
    const csv = await tavolo('export', board.id, 'operations.csv', '--data', data)
    expect(csv.out.trim().split('\n')).toHaveLength(4)
  })

  it('imports into a running server, and refuses to share a folder with it', async () => {
    const server = await startBuilt(data)
    const words = ['--server', server.url, '--key', board.keys.editor]
    const file = join(folder.path, 'tavola.json')
    const imported = await tavolo('import', board.id, file, ...words)
    expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/^12 schede/) })
    const refused = await tavolo('import', board.id, file, '--server', server.url, '--key', board.keys.viewer)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('non permette') })
    expect((await tavolo('verify', '--data', data)).code).toBe(1)
    await server.stop()
  })

  it('exports the version that was agreed, also from a stopped folder', async () => {
    const server = await startBuilt(data)
    const open = await createBoard(
      { url: server.url, operatorKey: (await readFile(join(data, 'operator.key'), 'utf8')).trim() },
      { title: 'Accordo' },
    )
    const at = (rest: string): string => `/api/boards/${open.id}/${rest}`
    const cards = { comune: { kind: 'partner', at: [0, 0], title: 'Comune' } }
    const key = open.keys.facilitator
    await askJson(server, key, 'POST', at('imports/board.json'), { format: 'tavolo-board', cards })
    const none = await tavolo(
      'export',
      open.id,
      'plan.json',
      '--agreed',
      '--server',
      server.url,
      '--key',
      key,
    )
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('nessuna versione') })
    const { id } = await askJson<{ id: string }>(server, key, 'POST', at('agreements'), { label: 'Prima' })
    const anna = await sitDown(server, open, key, 'Anna')
    const { sha256 } = await askJson<{ sha256: string }>(
      server,
      key,
      'PUT',
      at(`agreements/${id}/statements/comune`),
      { answer: 'agree' },
      { 'tavolo-participant': anna.token },
    )
    await askJson(server, key, 'POST', at('needs'), { text: 'Venuto dopo' })
    const over = await tavolo(
      'export',
      open.id,
      'plan.json',
      '--agreed',
      '--server',
      server.url,
      '--key',
      key,
    )
    await server.stop()
    const from = await tavolo('export', open.id, 'plan.json', '--agreed', '--data', data)
    for (const { out } of [over, from])
      expect(JSON.parse(out)).toMatchObject({ plan: { sha256 }, needs: [], agreement: { label: 'Prima' } })
    expect((await tavolo('export', board.id, 'plan.json', '--agreed', '--data', data)).code).toBe(1)
    expect(await tavolo('verify', '--data', data)).toMatchObject({ code: 0 })
    const file = join(data, 'agreed', `${open.id}.${sha256}.json`)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('Comune', 'Altro'))
    expect(await tavolo('verify', '--data', data)).toMatchObject({
      code: 1,
      out: expect.stringContaining('version “Prima”'),
    })
    await writeFile(file, text)
  })

  it('says of the file of a programme whether it can be used, and if not on which line', async () => {
    const shipped = new URL('../../shared/programme/data/pon-metro-2014-2020.json', import.meta.url)
    expect(await tavolo('programme', fileURLToPath(shipped))).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok pon-metro-2014-2020'),
    })
    const wrong = join(folder.path, 'sbagliato.json')
    await writeFile(wrong, (await readFile(shipped, 'utf8')).replace('"version": "1"', '"version": 1'))
    expect(await tavolo('programme', wrong)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/sbagliato\.json, riga\/line \d+: version: ci vuole un testo, c’è 1/),
    })
    expect((await tavolo('programme')).code).toBe(2)
  })

  it('verifies, backs up and restores; the generation rises, so that older browsers reload', async () => {
    expect(await tavolo('verify', '--data', data)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Quartieri Connessi: 12 schede'),
    })
    const copy = join(folder.path, 'copia.tar')
    expect(await tavolo('backup', copy, '--data', data)).toMatchObject({
      code: 0,
      out: expect.stringContaining(copy),
    })
    // The last good backup is not written over.
    expect((await tavolo('backup', copy, '--data', data)).code).toBe(1)
    expect(await tavolo('verify', copy)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Quartieri Connessi: 12 schede'),
    })
    const restored = join(folder.path, 'ripristino')
    expect(await tavolo('restore', copy, '--data', restored)).toMatchObject({ code: 0 })
    const server = await startBuilt(restored)
    const info = await askJson<object>(
      { url: server.url },
      board.keys.viewer,
      'GET',
      `/api/boards/${board.id}`,
    )
    expect(info).toMatchObject({ generation: 2, counts: { action: 3 } })
    await server.stop()
  })

  it('keeps the programmes that were added: in the folder, in its backups, and for exports without a server', async () => {
    const [own, home] = [join(folder.path, 'programmi'), join(folder.path, 'con-programmi')]
    const shipped = new URL('../../shared/programme/data/pn-metro-plus-2021-2027.json', import.meta.url)
    const pack = (await readFile(shipped, 'utf8')).replace('"pn-metro-plus-2021-2027"', '"prova-2028"')
    await mkdir(own)
    await writeFile(join(own, 'prova.json'), pack)
    const server = await startBuilt(home, { TAVOLO_PROGRAMMES: own })
    const operatorKey = (await readFile(join(home, 'operator.key'), 'utf8')).trim()
    const made = await createBoard(
      { url: server.url, operatorKey },
      { programme: 'prova-2028', city: 'Bari' },
    )
    await server.stop()
    expect(await readFile(join(home, 'programmes', 'prova-2028.json'), 'utf8')).toBe(pack)
    const [copy, again] = [join(folder.path, 'programmi.tar'), join(folder.path, 'di-ritorno')]
    expect(await tavolo('backup', copy, '--data', home)).toMatchObject({ code: 0 })
    expect(await tavolo('restore', copy, '--data', again)).toMatchObject({ code: 0 })
    const { out } = await tavolo('export', made.id, 'plan.json', '--data', again)
    expect(JSON.parse(out)).toMatchObject({ plan: { programme: { id: 'prova-2028' } } })
    const without = await startBuilt(again)
    const path = `/api/boards/${made.id}/plan`
    expect(await askJson({ url: without.url }, made.keys.viewer, 'GET', path)).toMatchObject({
      plan: { programme: { id: 'prova-2028' } },
    })
    await without.stop()
  })

  it('backs up a running server, for the operator alone', async () => {
    const server = await startBuilt(data)
    const operatorKey = (await readFile(join(data, 'operator.key'), 'utf8')).trim()
    const file = join(folder.path, 'acceso.tar')
    const words = ['backup', file, '--server', server.url]
    expect((await tavolo(...words, '--key', board.keys.facilitator)).code).toBe(1)
    expect(await tavolo(...words, '--key', operatorKey)).toMatchObject({ code: 0 })
    expect((await tavolo('verify', file)).code).toBe(0)
    await server.stop()
  })

  it('a restore drill beside the running server: the links go on working, with the same boards', async () => {
    const server = await startBuilt(data)
    const operatorKey = (await readFile(join(data, 'operator.key'), 'utf8')).trim()
    const [file, drill] = [join(folder.path, 'prova.tar'), join(folder.path, 'prova')]
    expect((await tavolo('backup', file, '--server', server.url, '--key', operatorKey)).code).toBe(0)
    expect(await tavolo('verify', file)).toMatchObject({ code: 0, out: expect.stringMatching(/^ok /m) })
    expect((await tavolo('restore', file, '--data', drill)).code).toBe(0)
    const second = await startBuilt(drill)
    const drillKey = (await readFile(join(drill, 'operator.key'), 'utf8')).trim()
    expect(drillKey).not.toBe(operatorKey)
    const boardsAt = async (url: string, key: string) =>
      (await askJson<{ boards: { id: string; title: string }[] }>({ url }, key, 'GET', '/api/boards')).boards
    const [there, here] = [await boardsAt(server.url, operatorKey), await boardsAt(second.url, drillKey)]
    expect(here.map(({ id, title }) => [id, title])).toEqual(there.map(({ id, title }) => [id, title]))
    const path = `/api/boards/${board.id}/plan`
    const plans = await Promise.all(
      [server, second].map(({ url }) =>
        askJson<{ interventions: object[] }>({ url }, board.keys.viewer, 'GET', path),
      ),
    )
    expect(plans[1]?.interventions).toEqual(plans[0]?.interventions)
    expect(plans[1]?.interventions.length).toBeGreaterThan(0)
    expect(await second.stop()).toBe(0)
    expect(await server.stop()).toBe(0)
  })

  it('says what is damaged, and ends with 1', async () => {
    const broken = join(folder.path, 'rotta')
    expect((await tavolo('restore', join(folder.path, 'copia.tar'), '--data', broken)).code).toBe(0)
    await writeFile(join(broken, 'registry.json'), '{')
    await writeFile(join(broken, 'registry.json.bak'), '{')
    expect(await tavolo('verify', '--data', broken)).toMatchObject({
      code: 1,
      err: expect.stringContaining('registry.json'),
    })
    const file = join(folder.path, 'guasto.tar')
    const bytes = await readFile(join(folder.path, 'copia.tar'))
    bytes[3000] = (bytes[3000] ?? 0) ^ 1
    await writeFile(file, bytes)
    expect(await tavolo('verify', file)).toMatchObject({ code: 1, err: expect.stringMatching(/byte \d+/) })
  })

  it.each([
    [[], 2],
    [['disegna'], 2],
    [['export', 'x'], 2],
    [['export', 'x', 'plan.xml'], 2],
    [['export', 'x', 'plan.json', '--inventato'], 2],
    [['import', 'x', 'y'], 2],
    [['--help'], 0],
  ])('explains itself for %j', async (words, code) => {
    const outcome = await tavolo(...words)
    expect(outcome.code).toBe(code)
    expect(outcome.out + outcome.err).toContain('tavolo export <board> <format>')
  })

  it('takes a key that begins with a dash, as one in sixty-four does', async () => {
    const asked = await tavolo('export', 'x', 'plan.json', '--key', '-abc', '--server', 'http://127.0.0.1:1')
    expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('non risponde') })
  })

  it('does not make a data folder of a mistyped name', async () => {
    const nothing = join(await mkdtemp(join(folder.path, 'x-')), 'nulla')
    expect(await tavolo('verify', '--data', nothing)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nulla'),
    })
  })
})
