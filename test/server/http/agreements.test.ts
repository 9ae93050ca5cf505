import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Ajv2020 from 'ajv/dist/2020.js'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { restoreBackup } from '../../../server/backup/restore.ts'
import type { shownAgreement } from '../../../server/http/agreements-shown.ts'
import { changeAgreement } from '../../../server/store/registry-agreements.ts'
import { openData, type Data } from '../../../server/store/data-folder.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import { FORMATS } from '../../../shared/formats/index.ts'
import schema from '../../../shared/formats/plan-json/plan-1.schema.json' with { type: 'json' }
import type { CardId, ParticipantId } from '../../../shared/ids.ts'
import { rawClient } from '../../sync/raw-client.ts'
import {
  ask,
  askJson,
  connect,
  createBoard,
  sitDown,
  startOver,
  synced,
  type TestBoard,
  type TestServer,
} from '../running.ts'
import { notedLog } from '../store/noted-log.ts'
import { quickFolders } from '../store/temp-folder.ts'

vi.setConfig({ testTimeout: 60_000 })
const run = promisify(execFile)
const aFolder = quickFolders()
const log = notedLog()
const [COMUNE, COOP] = ['comune', 'coop'] as unknown as [CardId, CardId]
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)

type Shown = ReturnType<typeof shownAgreement>
interface All {
  readonly agreements: readonly Shown[]
  readonly changed: boolean | null
  readonly people?: readonly { readonly id: ParticipantId; readonly name: string }[]
}
interface Person {
  readonly id: ParticipantId
  readonly token: string
  readonly key: string
}

let folder: string
let data: Data
let server: TestServer
let board: TestBoard
let anna: Person
beforeEach(async () => {
  folder = await aFolder()
  data = await openData(join(folder, 'data'), { log })
  server = await startOver(data)
  board = await createBoard(server, { model: 'quartieri-connessi' })
  await writes((doc) => {
    addCard(doc, { kind: 'partner', at: [0, 900], id: COMUNE, title: 'Comune di Milano' })
    addCard(doc, { kind: 'partner', at: [300, 900], id: COOP, title: 'Cooperativa Lotto 4' })
  })
  anna = await person('Anna', 'facilitator')
})
afterEach(async () => {
  await server.close()
  await data.close()
})

async function writes(act: (doc: Parameters<typeof addCard>[0]) => unknown): Promise<void> {
  const { doc, provider, close } = connect(server, board, board.keys.editor)
  await synced(provider)
  const before = server.store.head(board.id)?.seq ?? 0
  act(doc)
  await vi.waitFor(() => expect(server.store.head(board.id)?.seq ?? 0).toBeGreaterThan(before))
  close()
}

async function person(name: string, role: keyof TestBoard['keys'] = 'contributor'): Promise<Person> {
  const { participant, token } = await sitDown(server, board, board.keys[role], name)
  return { id: participant.id, token, key: board.keys[role] }
}

const path = (rest = ''): string => `/api/boards/${board.id}/agreements${rest}`
const as = (who: Person, method: string, rest: string, body?: unknown): Promise<Response> =>
  ask(server, who.key, method, path(rest), body, { 'tavolo-participant': who.token })
async function does(who: Person, method: string, rest: string, body?: unknown): Promise<Shown> {
  const response = await as(who, method, rest, body)
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return (await response.json()) as Shown
}
async function refusal(asked: Response | Promise<Response>): Promise<readonly [number, string]> {
  const response = await asked
  return [response.status, ((await response.json()) as { code: string }).code]
}
const proposes = (body: object = {}): Promise<Shown> =>
  does(anna, 'POST', '', { label: 'Piano di novembre', ...body })
const names = (id: string, party: CardId, who: Person | null): Promise<Shown> =>
  does(anna, 'PUT', `/${id}/delegates/${party}`, { participant: who?.id ?? null })
const says = (who: Person, id: string, party: CardId, answer: string, reason = ''): Promise<Shown> =>
  does(who, 'PUT', `/${id}/statements/${party}`, { answer, reason })
const all = (key = board.keys.viewer): Promise<All> => askJson<All>(server, key, 'GET', path())
const exported = (format: string, query: string): Promise<Response> =>
  ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/exports/${format}${query}`)

/** Proposed, and agreed by both partners. */
async function agreed(): Promise<{ agreement: Shown; bruno: Person; carla: Person }> {
  const [bruno, carla] = [await person('Bruno'), await person('Carla')]
  const { id } = await proposes({ note: 'Dopo il secondo incontro' })
  await names(id, COMUNE, bruno)
  await names(id, COOP, carla)
  await says(bruno, id, COMUNE, 'agree')
  return { agreement: await says(carla, id, COOP, 'abstain', 'Aspettiamo il consiglio'), bruno, carla }
}

describe('a version of the plan', () => {
  it('is proposed by a facilitator, and is a moment with a name', async () => {
    const proposed = await proposes()
    expect(proposed).toMatchObject({
      state: 'open',
      label: 'Piano di novembre',
      by: { name: 'Anna' },
      cents: 302951950,
      parties: [
        { id: COMUNE, name: 'Comune di Milano', delegate: null, answer: null },
        { id: COOP, name: 'Cooperativa Lotto 4', delegate: null, answer: null },
      ],
    })
    const { versions } = await askJson<{
      versions: readonly { id: string; seq: number; agreement: string }[]
    }>(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/versions`)
    expect(versions[0]).toMatchObject({ id: proposed.id, seq: proposed.seq, agreement: 'open' })
  })

  it('is agreed when all delegates have spoken and nobody objects', async () => {
    const { agreement } = await agreed()
    expect(agreement).toMatchObject({
      state: 'agreed',
      ended: { by: null },
      parties: [
        { delegate: { name: 'Bruno' }, isNamed: true, answer: 'agree' },
        { delegate: { name: 'Carla' }, answer: 'abstain', reason: 'Aspettiamo il consiglio' },
      ],
    })
    expect(agreement.acts.map(({ what, by }) => [what, by?.name])).toEqual([
      ['named', 'Anna'],
      ['named', 'Anna'],
      ['said', 'Bruno'],
      ['said', 'Carla'],
    ])
  })

  it('stays open over an objection, until it is taken back or the facilitator ends it with the objection on record', async () => {
    const [bruno, carla] = [await person('Bruno'), await person('Carla')]
    const { id } = await proposes()
    await names(id, COMUNE, bruno)
    await names(id, COOP, carla)
    await says(bruno, id, COMUNE, 'agree')
    expect(await says(carla, id, COOP, 'object', 'Mancano gli spazi')).toMatchObject({ state: 'open' })
    expect(await does(anna, 'POST', `/${id}/end`, { outcome: 'agreed' })).toMatchObject({
      state: 'agreed',
      ended: { by: { name: 'Anna' } },
      parties: [{ answer: 'agree' }, { answer: 'object', reason: 'Mancano gli spazi' }],
    })
  })

  it('may be withdrawn, and another one proposed', async () => {
    const { id } = await proposes()
    expect(await refusal(as(anna, 'POST', '', { label: 'Un’altra' }))).toEqual([409, 'agreementOpen'])
    await does(anna, 'POST', `/${id}/end`, { outcome: 'withdrawn' })
    await proposes({ label: 'Seconda' })
    expect((await all()).agreements.map(({ label, state }) => [label, state])).toEqual([
      ['Seconda', 'open'],
      ['Piano di novembre', 'withdrawn'],
    ])
  })

  it('may be proposed to some partners, of an earlier moment', async () => {
    const seq = server.store.head(board.id)?.seq ?? 0
    await writes((doc) => addCard(doc, { kind: 'need', at: [0, 0], title: 'Dopo' }))
    const { id, parties } = await proposes({ partners: [COOP], seq })
    expect(parties.map(({ name }) => name)).toEqual(['Cooperativa Lotto 4'])
    const kept = await (await ask(server, board.keys.viewer, 'GET', path(`/${id}/plan`))).text()
    expect(kept).not.toContain('Dopo')
  })

  it('that nobody can be asked about is refused, as is a partner that is not there', async () => {
    expect(await refusal(as(anna, 'POST', '', { label: 'X', partners: ['chi'] }))).toEqual([
      422,
      'wrongInput',
    ])
    const empty = await createBoard(server)
    await expect(
      askJson(server, empty.keys.facilitator, 'POST', `/api/boards/${empty.id}/needs`, { text: 'Spazi' }),
    ).resolves.toBeTruthy()
    const response = ask(server, empty.keys.facilitator, 'POST', `/api/boards/${empty.id}/agreements`, {
      label: 'X',
    })
    expect(await refusal(response)).toEqual([422, 'wrongInput'])
  })
})

interface Story {
  readonly events: readonly {
    kind: string
    who: { name: string } | null
    sentence: { it: string }
    cards: string[]
  }[]
}
const ofRound = async (): Promise<Story['events']> =>
  (await askJson<Story>(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/history?limit=200`)).events
    .filter(({ kind }) => kind === 'agreement')
    .reverse()

describe('[SYNC-108] the history of the board', () => {
  it('tells who proposed, answered for whom, objected why and settled a version, in records of the chain', async () => {
    const [bruno, carla] = [await person('Bruno'), await person('Carla')]
    const { id, sha256 } = await proposes()
    await names(id, COOP, carla)
    await names(id, COMUNE, bruno)
    await says(carla, id, COOP, 'object', 'Mancano gli spazi\nper i laboratori')
    await says(bruno, id, COMUNE, 'agree')
    await says(carla, id, COOP, 'abstain')
    const told = await ofRound()
    expect(told.map(({ who, sentence }) => [who?.name ?? null, sentence.it])).toEqual([
      ['Anna', `ha proposto ai partner la versione «Piano di novembre», impronta ${sha256}`],
      ['Anna', 'ha indicato chi risponde per «Cooperativa Lotto 4» alla versione «Piano di novembre»'],
      ['Anna', 'ha indicato chi risponde per «Comune di Milano» alla versione «Piano di novembre»'],
      [
        'Carla',
        'ha risposto «obiezione» per «Cooperativa Lotto 4» alla versione «Piano di novembre»: «Mancano gli spazi per i laboratori»',
      ],
      ['Bruno', 'ha risposto «d’accordo» per «Comune di Milano» alla versione «Piano di novembre»'],
      ['Carla', 'ha risposto «astensione» per «Cooperativa Lotto 4» alla versione «Piano di novembre»'],
      [null, `ha registrato che la versione «Piano di novembre» è concordata, impronta ${sha256}`],
    ])
    expect(told[3]?.cards).toEqual([COOP])
    const csv = await (
      await ask(server, board.keys.viewer, 'GET', `/api/boards/${board.id}/history.csv`)
    ).text()
    const row = csv.split('\n').find((line) => line.includes('«obiezione»')) ?? ''
    const { stdout } = await run(process.execPath, ['docs/verify-chain.mjs', join(folder, 'data'), '--heads'])
    expect(stdout).toContain(`${board.id} ${row.split(';')[0]} ${row.split(';').at(-1)}\n`)
    expect(stdout).toContain('0 faults')
  })

  it('keeps what was said when the table goes back, and leaves the plan as it was', async () => {
    const { agreement } = await agreed()
    expect((await all()).changed).toBe(false)
    await writes((doc) => addCard(doc, { kind: 'need', at: [0, 0], title: 'Venuto dopo' }))
    const back = `/api/boards/${board.id}/history/${agreement.seq}/restore`
    expect((await ask(server, anna.key, 'POST', back, {}, { 'tavolo-participant': anna.token })).status).toBe(
      200,
    )
    const told = await ofRound()
    expect(told).toHaveLength(6)
    await does(anna, 'POST', '', { label: 'Seconda' })
    expect((await ofRound()).slice(6).map(({ sentence }) => sentence.it)).toEqual([
      expect.stringMatching(/^ha proposto ai partner la versione «Seconda»/),
    ])
  })

  it('gets, when the server starts, what a crash kept out of it, and nothing twice', async () => {
    const bruno = await person('Bruno', 'editor')
    const { id } = await proposes()
    await says(bruno, id, COOP, 'agree')
    const said = {
      what: 'said',
      party: COMUNE,
      answer: 'agree',
      reason: '',
      by: bruno.id,
      at: '2026-11-01T10:00:00.000Z',
    } as const
    await changeAgreement(data.registry, board.id, id, (before) => ({
      acts: [...(before?.acts ?? []), said],
      end: { outcome: 'agreed', at: said.at, by: null },
    }))
    await server.close()
    server = await startOver(data)
    const words = ['ha proposto', 'per «Cooperativa Lotto 4»', 'per «Comune di Milano»', 'è concordata']
    const told = (await ofRound()).map(({ sentence }) => sentence.it)
    expect(told).toEqual(words.map((some) => expect.stringContaining(some)))
    await server.close()
    server = await startOver(data)
    expect(await ofRound()).toHaveLength(4)
  })

  it('takes no word of a client for what partners said', async () => {
    const { doc, provider, close } = connect(server, board, board.keys.editor)
    await synced(provider)
    const closed = new Promise<number>((resolve) =>
      provider.on('connection-close', (event: { code: number } | null) => resolve(event?.code ?? 0)),
    )
    doc.getMap('board').set('agreement', { what: 'agreed' })
    expect(await closed).toBe(4400)
    close()
    expect(await ofRound()).toEqual([])
  })
})

describe('who may', () => {
  it('propose, name and end: facilitators', async () => {
    const editor = await person('Dario', 'editor')
    expect(await refusal(as(editor, 'POST', '', { label: 'X' }))).toEqual([403, 'notAllowed'])
    const { id } = await proposes()
    const delegates = as(editor, 'PUT', `/${id}/delegates/${COOP}`, { participant: editor.id })
    expect(await refusal(delegates)).toEqual([403, 'notAllowed'])
    expect(await refusal(as(editor, 'POST', `/${id}/end`, { outcome: 'agreed' }))).toEqual([
      403,
      'notAllowed',
    ])
  })

  it('speak for a partner: its delegate, whatever their key, and nobody else', async () => {
    const [bruno, viewer] = [await person('Bruno', 'editor'), await person('Carla', 'viewer')]
    const { id } = await proposes()
    await names(id, COOP, viewer)
    const answer = { answer: 'agree' }
    expect(await refusal(as(bruno, 'PUT', `/${id}/statements/${COOP}`, answer))).toEqual([403, 'notDelegate'])
    expect(await refusal(as(anna, 'PUT', `/${id}/statements/${COOP}`, answer))).toEqual([403, 'notDelegate'])
    expect((await says(viewer, id, COOP, 'agree')).parties[1]).toMatchObject({ answer: 'agree' })
  })

  it('come forward for a partner without a delegate: who may write, for one partner only', async () => {
    const [phone, bruno] = [await person('Paola', 'contributor'), await person('Bruno', 'editor')]
    const { id } = await proposes()
    const answer = { answer: 'agree' }
    expect(await refusal(as(phone, 'PUT', `/${id}/statements/${COOP}`, answer))).toEqual([403, 'notDelegate'])
    expect((await says(bruno, id, COOP, 'agree')).parties[1]).toMatchObject({
      delegate: { name: 'Bruno' },
      isNamed: false,
    })
    expect(await refusal(as(bruno, 'PUT', `/${id}/statements/${COMUNE}`, answer))).toEqual([
      403,
      'notDelegate',
    ])
  })

  it('not speak: a key alone, without a person', async () => {
    const { id } = await proposes()
    const response = ask(server, board.keys.editor, 'PUT', path(`/${id}/statements/${COOP}`), {
      answer: 'agree',
    })
    expect(await refusal(response)).toEqual([401, 'participantNeeded'])
  })

  it('learn who sat at the table, to choose delegates: facilitators', async () => {
    await person('Bruno')
    expect((await all()).people).toBeUndefined()
    expect((await all(board.keys.facilitator)).people?.map(({ name }) => name)).toEqual(['Anna', 'Bruno'])
  })

  it('be delegate: people of this table', async () => {
    const other = await createBoard(server)
    const { participant } = await sitDown(server, other, other.keys.editor, 'Estranea')
    const { id } = await proposes()
    const response = as(anna, 'PUT', `/${id}/delegates/${COOP}`, { participant: participant.id })
    expect(await refusal(response)).toEqual([422, 'wrongInput'])
  })
})

describe('what is refused', () => {
  it('an objection without a reason', async () => {
    const bruno = await person('Bruno', 'editor')
    const { id } = await proposes()
    const response = as(bruno, 'PUT', `/${id}/statements/${COOP}`, { answer: 'object', reason: '  ' })
    expect(await refusal(response)).toEqual([422, 'wrongInput'])
  })

  it('anything on what is settled, an agreement to which nobody agrees, other boards and partners', async () => {
    const open = await proposes()
    expect(await refusal(as(anna, 'POST', `/${open.id}/end`, { outcome: 'agreed' }))).toEqual([
      409,
      'nobodyAgreed',
    ])
    expect(await refusal(as(anna, 'PUT', `/${open.id}/statements/chi`, { answer: 'agree' }))).toEqual([
      404,
      'notFound',
    ])
    const other = await createBoard(server)
    expect(
      await refusal(
        ask(server, other.keys.viewer, 'GET', `/api/boards/${other.id}/agreements/${open.id}/plan`),
      ),
    ).toEqual([404, 'notFound'])
    await does(anna, 'POST', `/${open.id}/end`, { outcome: 'withdrawn' })
    expect(await refusal(as(anna, 'POST', `/${open.id}/end`, { outcome: 'withdrawn' }))).toEqual([
      409,
      'agreementEnded',
    ])
    const { agreement, bruno } = await agreed()
    const again = as(bruno, 'PUT', `/${agreement.id}/statements/${COMUNE}`, {
      answer: 'object',
      reason: 'No',
    })
    expect(await refusal(again)).toEqual([409, 'agreementEnded'])
  })

  it('taking away the name of its moment', async () => {
    const { id } = await proposes()
    const response = ask(server, anna.key, 'DELETE', `/api/boards/${board.id}/versions/${id}`)
    expect(await refusal(response)).toEqual([409, 'versionProposed'])
  })

  it('writing on an archived board', async () => {
    const { id } = await proposes()
    await askJson(server, anna.key, 'PATCH', `/api/boards/${board.id}`, { archived: true })
    expect(await refusal(as(anna, 'POST', `/${id}/end`, { outcome: 'withdrawn' }))).toEqual([409, 'archived'])
    expect((await all()).agreements).toHaveLength(1)
  })
})

describe('what was agreed', () => {
  it('does not change with the table, which is said to have changed only when its plan has', async () => {
    const { agreement } = await agreed()
    expect((await all()).changed).toBe(false)
    await writes((doc) => moveCards(doc, [{ id: COOP, to: [-900, -900] }]))
    expect((await all()).changed).toBe(false)
    await writes((doc) => addCard(doc, { kind: 'need', at: [0, 0], title: 'Venuto dopo' }))
    expect((await all()).changed).toBe(true)
    const kept = await exported('plan.json', `?agreement=${agreement.id}`)
    expect(await kept.text()).not.toContain('Venuto dopo')
    expect(await (await exported('plan.json', '')).text()).toContain('Venuto dopo')
  })

  it('is kept as the very bytes of its fingerprint, and its plan.json can be checked without Tavolo', async () => {
    const { agreement } = await agreed()
    const kept = Buffer.from(
      await (await ask(server, board.keys.viewer, 'GET', path(`/${agreement.id}/plan`))).arrayBuffer(),
    )
    expect(createHash('sha256').update(kept).digest('hex')).toBe(agreement.sha256)
    const file = join(folder, 'plan.json')
    await writeFile(file, kept)
    const { stdout: ofKept } = await run('node', ['docs/verify-plan.mjs', file, agreement.sha256])
    expect(ofKept).toBe(
      `Quartieri Connessi: ${agreement.sha256}\nok the one that was given: ${agreement.sha256}\n`,
    )
    const text = await (await exported('plan.json', '?agreement=agreed')).text()
    await writeFile(file, text)
    const { stdout } = await run('node', ['docs/verify-plan.mjs', file, agreement.sha256.toUpperCase()])
    expect(stdout).toContain(`Quartieri Connessi: ${agreement.sha256}`)
    expect(stdout).not.toContain('NO')
    await writeFile(file, text.replace('3029519.50', '3029519.51'))
    await expect(run('node', ['docs/verify-plan.mjs', file])).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NO plan.sha256') as string,
    })
  })

  it('is valid against the published schema, with what each partner said', async () => {
    const { agreement } = await agreed()
    const response = await ask(
      server,
      board.keys.viewer,
      'GET',
      `/api/boards/${board.id}/plan?agreement=${agreement.id}`,
    )
    const plan = (await response.json()) as Record<string, unknown>
    expect(validate(plan) ? [] : validate.errors).toEqual([])
    expect(plan['agreement']).toMatchObject({
      label: 'Piano di novembre',
      state: 'agreed',
      sha256: agreement.sha256,
      parties: [
        { name: 'Comune di Milano', answer: 'agree', by: { name: 'Bruno' } },
        { name: 'Cooperativa Lotto 4', answer: 'abstain', reason: 'Aspettiamo il consiglio' },
      ],
    })
  })

  it('is named on every file that is made of it', async () => {
    const { agreement } = await agreed()
    for (const { id } of FORMATS) {
      const response = await exported(id, '?agreement=agreed')
      expect(response.status, id).toBe(200)
      expect(response.headers.get('content-disposition'), id).toContain(
        `concordato-${agreement.sha256.slice(0, 8)}`,
      )
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (id.endsWith('.csv')) continue
      const said = id.endsWith('.json')
        ? strFromU8(bytes)
        : Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('\n')
      // The dossier prints the fingerprint in groups of eight.
      expect(said.replaceAll(' ', ''), id).toContain(agreement.sha256.slice(0, 32))
      expect(said, id).toContain('Piano di novembre')
    }
    expect((await exported('dossier.docx', '')).headers.get('content-disposition')).not.toContain(
      'concordato',
    )
  })

  it('is not there before it is agreed on', async () => {
    await proposes()
    expect(await refusal(exported('plan.json', '?agreement=agreed'))).toEqual([404, 'notFound'])
  })

  it('keeps the word of a partner when the person who gave it is forgotten', async () => {
    const { agreement, bruno } = await agreed()
    await ask(server, anna.key, 'DELETE', `/api/boards/${board.id}/participants/${bruno.id}`)
    const [after] = (await all()).agreements
    expect(after?.parties[0]).toMatchObject({ answer: 'agree', delegate: { name: '' } })
    const plan = await exported('plan.json', '?agreement=agreed')
    expect(await plan.json()).toMatchObject({ plan: { sha256: agreement.sha256 } })
  })

  it('is in a backup, and goes with the board', async () => {
    const { agreement } = await agreed()
    const file = join(folder, 'backup.tar')
    const response = await ask(server, server.operatorKey, 'GET', '/api/backup')
    await writeFile(file, Buffer.from(await response.arrayBuffer()))
    const place = join(folder, 'restored')
    await restoreBackup(file, place, log, async ({ vault }) => {
      expect(await vault.read(board.id, agreement.sha256)).toContain('Quartieri Connessi')
    })
    expect(await readdir(join(folder, 'data', 'agreed'))).toHaveLength(2)
    await ask(server, anna.key, 'DELETE', `/api/boards/${board.id}`)
    expect(await readdir(join(folder, 'data', 'agreed'))).toEqual([])
    expect(Object.keys(data.registry.data.agreements)).toEqual([])
  })

  it('is refused, in words, when its bytes were altered', async () => {
    const { agreement } = await agreed()
    const file = join(folder, 'data', 'agreed', `${board.id}.${agreement.sha256}.json`)
    await writeFile(file, '{}')
    expect(await refusal(exported('dossier.docx', '?agreement=agreed'))).toEqual([503, 'boardDamaged'])
  })
})

it('everybody at the table is told of what is proposed and said', async () => {
  const listener = await rawClient(server, board, board.keys.viewer)
  listener.hello(7)
  await vi.waitFor(() => expect(listener.messages.map(({ type }) => type)).toContain('welcome'))
  const { id } = await proposes()
  const event = { type: 'event', name: 'agreements', detail: id }
  await vi.waitFor(() => expect(listener.messages).toContainEqual(event))
  listener.close()
})
