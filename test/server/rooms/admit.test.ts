import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from '../../../shared/board/schema.ts'
import type { ParticipantId } from '../../../shared/ids.ts'
import { admit, type Verdict } from '../../../server/rooms/admit/admit.ts'
import { REFUSED } from '../../../server/rooms/admit/refusal.ts'
import { Bindings } from '../../../server/rooms/bindings.ts'
import { craftSkip, craftUpdate, type Crafted, type Ref } from './crafted-update.ts'

const ME = 7
const OTHER = 8

/** A board with one card by somebody else, whose title is a shared text. */
function desk() {
  const doc = new Y.Doc()
  for (const root of Object.values(ROOT)) doc.getMap(root)
  const other = new Y.Doc()
  other.clientID = OTHER
  other.transact(() => {
    const card = new Y.Map<unknown>([['kind', 'note']])
    other.getMap('cards').set('a', card)
    card.set('title', new Y.Text('ciao'))
  })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const bindings = new Bindings()
  bindings.bind(OTHER, 'other' as ParticipantId)
  return {
    doc,
    bindings,
    actor: 'me' as ParticipantId,
    barred: null,
    isFull: false,
    speakerOf: () => null,
    mayModerate: false,
  }
}

/** Clocks of the board above, in the order in which Yjs gives them. */
const CARD: Ref = { client: OTHER, clock: 0 }
const KIND: Ref = { client: OTHER, clock: 1 }
const TITLE: Ref = { client: OTHER, clock: 2 }
const LETTER: Ref = { client: OTHER, clock: 3 }

const any = (value: unknown): Y.Item['content'] => new Y.ContentAny([value])
const text = (letters: string): Y.Item['content'] => new Y.ContentString(letters)
const map = (): Y.Item['content'] => new Y.ContentType(new Y.Map())
const item = (
  content: Y.Item['content'],
  rest: Omit<Crafted & { kind: 'item' }, 'kind' | 'content'> = {},
): Crafted => ({
  kind: 'item',
  content,
  ...rest,
})
const mine = (...structs: Crafted[]): Uint8Array => craftUpdate([{ client: ME, clock: 0, structs }])

const told = (verdict: Verdict): string => (verdict.kind === 'refused' ? verdict.refusal.code : verdict.kind)
const verdictOn = (update: Uint8Array): string => told(admit(update, desk()))

it('the board of these tests is laid out as they think', () => {
  const { doc } = desk()
  expect(Y.getItem(doc.store, Y.createID(KIND.client, KIND.clock))).toMatchObject({ parentSub: 'kind' })
  expect(Y.getItem(doc.store, Y.createID(TITLE.client, TITLE.clock))).toMatchObject({ parentSub: 'title' })
})

describe('[SYNC-14] on a full board', () => {
  const onFull = (update: Uint8Array): string => told(admit(update, { ...desk(), isFull: true }))

  it.each<[string, Uint8Array]>([
    ['a mark of the trash', mine(item(any(true), { parent: CARD, key: 'deleted' }))],
    ['a deletion', craftUpdate([], [{ ...LETTER, length: 2 }])],
    ['what its own writer took away again', mine(item(new Y.ContentDeleted(3), { origin: LETTER }))],
  ])('%s is applied', (_name, update) => expect(onFull(update)).toBe('apply'))

  it.each<[string, Uint8Array]>([
    ['a card', mine(item(map(), { key: 'b' }))],
    ['a letter', mine(item(text('x'), { origin: LETTER }))],
    ['a value', mine(item(any('need'), { origin: KIND }))],
    [
      'a card under a mark of the trash',
      mine(item(any(true), { parent: CARD, key: 'deleted' }), item(map(), { key: 'b' })),
    ],
  ])('%s is not', (_name, update) => expect(onFull(update)).toBe('boardFull'))
})

describe('what is applied', () => {
  it.each<[string, Uint8Array]>([
    [
      'a card of one’s own',
      mine(item(map(), { key: 'b' }), item(any('note'), { parent: { client: ME, clock: 0 }, key: 'kind' })),
    ],
    ['a value over somebody else’s', mine(item(any('need'), { origin: KIND }))],
    [
      'letters between somebody else’s',
      mine(item(text('x'), { origin: LETTER, rightOrigin: { client: OTHER, clock: 4 } })),
    ],
    ['a deletion', craftUpdate([], [{ ...KIND, length: 1 }])],
    [
      'old values under one name, kept for an undo, joined and deleted',
      craftUpdate(
        [{ client: ME, clock: 0, structs: [item(new Y.ContentAny([1, 2]), { parent: CARD, key: 'x' })] }],
        [{ client: ME, clock: 0, length: 2 }],
      ),
    ],
    ['garbage of one’s own', mine({ kind: 'gc', length: 3 })],
  ])('%s', (_name, update) => expect(verdictOn(update)).toBe('apply'))

  it('names the clientIDs it writes for', () => {
    expect(admit(mine(item(map(), { key: 'b' })), desk())).toEqual({ kind: 'apply', clients: [ME] })
  })

  it('what the board has already is nothing, be it told again by a reader', () => {
    const here = desk()
    const whole = Y.encodeStateAsUpdate(here.doc)
    expect(told(admit(whole, { ...here, barred: REFUSED.role }))).toBe('nothing')
  })
})

describe('what is refused', () => {
  it.each<[string, Uint8Array]>([
    ['a skip', craftSkip(ME, 0, 5)],
    ['a struct of no length', mine({ kind: 'gc', length: 0 })],
    ['empty letters', mine(item(text(''), { origin: LETTER }))],
    ['a neighbour of one’s own that comes later', mine(item(any(1), { origin: { client: ME, clock: 5 } }))],
    ['a new type beside what comes later', mine(item(map(), { origin: { client: ME, clock: 5 } }))],
    [
      'the same client twice, of which Yjs would forget the first',
      craftUpdate([
        { client: ME, clock: 0, structs: [item(map(), { key: 'b' })] },
        {
          client: ME,
          clock: 1,
          structs: [item(any('note'), { parent: { client: ME, clock: 0 }, key: 'kind' })],
        },
      ]),
    ],
    [
      'neighbours in two types that stood at one place, one after the other',
      craftUpdate([
        {
          client: ME,
          clock: 0,
          structs: [
            item(new Y.ContentType(new Y.Text()), { origin: TITLE }),
            item(text('x'), { parent: { client: ME, clock: 0 } }),
            item(text('y'), { origin: { client: ME, clock: 1 }, rightOrigin: LETTER }),
          ],
        },
      ]),
    ],
    ['two values under one name', mine(item(new Y.ContentAny([1, 2]), { parent: CARD, key: 'x' }))],
    ['letters under a name', mine(item(text('x'), { parent: 'futuro', key: 'x' }))],
    ['a value without a name in a map', mine(item(any(1), { parent: CARD }))],
    ['itself as neighbour', mine(item(any(1), { origin: { client: ME, clock: 0 } }))],
    ['a parent that is no type', mine(item(any(1), { parent: KIND, key: 'x' }))],
    ['neighbours in different places', mine(item(text('x'), { origin: LETTER, rightOrigin: KIND }))],
    [
      'two items that wait for each other',
      craftUpdate([
        { client: ME, clock: 0, structs: [item(any(1), { origin: { client: 9, clock: 0 } })] },
        { client: 9, clock: 0, structs: [item(any(1), { origin: { client: ME, clock: 0 } })] },
      ]),
    ],
    ['a document within', mine(item(new Y.ContentDoc(new Y.Doc()), { key: 'b' }))],
    ['an embedded object in a text', mine(item(new Y.ContentEmbed({ a: 1 }), { origin: LETTER }))],
    ['nesting without end', mine(item(map(), { key: 'b' }), ...nested(20))],
    ['an object of an editor', mine(item(new Y.ContentType(new Y.XmlElement('p')), { key: 'b' }))],
    ['a value nested without end', mine(item(any(deep(40)), { parent: 'futuro', key: 'x' }))],
    [
      'deletions that overlap, which would cost their product',
      craftUpdate(
        [],
        [
          { ...CARD, length: 3 },
          { ...KIND, length: 3 },
        ],
      ),
    ],
    ['a deletion of nothing', craftUpdate([], [{ ...CARD, length: 0 }])],
    ['chance bytes', Uint8Array.of(1, 200, 3, 4, 5)],
    ['nothing at all', new Uint8Array()],
  ])('%s is unsound', (_name, update) => expect(verdictOn(update)).toBe('unsound'))

  it.each<[string, Uint8Array]>([
    ['a value where a record stands', mine(item(any(1), { key: 'b' }))],
    ['a record without a name', mine(item(map()))],
    ['a value in a title', mine(item(any('x'), { origin: LETTER }))],
    [
      'letters in bold',
      mine(item(new Y.ContentFormat('bold', true as unknown as object), { origin: LETTER })),
    ],
    ['a type in a title', mine(item(map(), { origin: LETTER }))],
    ['a kind that is no word', mine(item(any({ a: 1 }), { origin: KIND }))],
    ['a name that is too long', mine(item(map(), { key: 'x'.repeat(101) }))],
    [
      'a text that is too long in small pieces',
      mine(...Array.from({ length: 5 }, () => item(text('x'.repeat(100)), { origin: LETTER }))),
    ],
  ])('%s is a wrong record', (_name, update) => expect(verdictOn(update)).toBe('wrongRecord'))

  it('the pieces of a place are named in the refusal, and not more of them than fit', () => {
    const verdict = admit(mine(item(any({ a: 1 }), { origin: KIND })), desk())
    expect(verdict).toMatchObject({ refusal: { sentence: { it: 'cards/a/kind: serve un testo' } } })
    const long = admit(mine(item(any(1), { key: 'x'.repeat(5000) })), desk())
    expect(long.kind === 'refused' && long.refusal.sentence.it.length).toBeLessThan(300)
  })

  it('a clientID of somebody else, and too many at once', () => {
    const forged = craftUpdate([{ client: OTHER, clock: 7, structs: [item(map(), { key: 'b' })] }])
    expect(verdictOn(forged)).toBe('foreignClient')
    const many = craftUpdate(
      Array.from({ length: 101 }, (_, n) => ({
        client: 1000 - n,
        clock: 0,
        structs: [item(map(), { key: `k${n}` })],
      })),
    )
    expect(verdictOn(many)).toBe('tooLarge')
  })

  it('garbage that stands for more than anybody ever deleted', () => {
    expect(verdictOn(mine({ kind: 'gc', length: 2 ** 45 }))).toBe('tooLarge')
  })

  it('more structs than weeks of work, told by their number alone', () => {
    const encoder = encoding.createEncoder()
    for (const number of [1, 50_001, ME, 0]) encoding.writeVarUint(encoder, number)
    expect(verdictOn(encoding.toUint8Array(encoder))).toBe('tooLarge')
  })

  it('one more root than a board may have', () => {
    const roots = (count: number): Uint8Array =>
      mine(...Array.from({ length: count }, (_, n) => item(any(1), { parent: `futuro${n}`, key: 'x' })))
    expect(verdictOn(roots(20))).toBe('apply')
    expect(verdictOn(roots(64))).toBe('boardFull')
    expect(verdictOn(mine(item(any(1), { parent: 'f'.repeat(101), key: 'x' })))).toBe('wrongRecord')
  })

  it('bytes and large whole numbers of an unknown key by their size', () => {
    const unknown = (value: unknown): string =>
      verdictOn(mine(item(any(value), { parent: 'futuro', key: 'x' })))
    expect(unknown(12n)).toBe('apply')
    expect(unknown(new Uint8Array(10_000))).toBe('apply')
    expect(unknown(new Uint8Array(30_000))).toBe('wrongRecord')
    expect(unknown({ a: ['x'.repeat(21_000)] })).toBe('wrongRecord')
  })

  it('anything new from who may not write', () => {
    const barred = { ...desk(), barred: REFUSED.role }
    expect(told(admit(mine(item(map(), { key: 'b' })), barred))).toBe('role')
    expect(told(admit(craftUpdate([], [{ ...KIND, length: 1 }]), barred))).toBe('role')
  })
})

describe('what must wait', () => {
  it.each<[string, Uint8Array]>([
    [
      'a gap in one’s own clocks',
      craftUpdate([{ client: ME, clock: 3, structs: [item(map(), { key: 'b' })] }]),
    ],
    ['a neighbour that is not there', mine(item(any(1), { origin: { client: 99, clock: 0 } }))],
    ['a parent that is not there', mine(item(any(1), { parent: { client: 99, clock: 0 }, key: 'kind' }))],
    ['a deletion of what is not there', craftUpdate([], [{ ...KIND, length: 1000 }])],
  ])('%s', (_name, update) => expect(verdictOn(update)).toBe('missing'))
})

it('what hangs on something that was deleted and cleared is let through: it will be cleared too', () => {
  const here = desk()
  here.doc.getMap('cards').delete('a')
  expect(told(admit(mine(item(any('need'), { origin: KIND })), here))).toBe('apply')
  expect(told(admit(mine(item(any(1), { parent: CARD, key: 'kind' })), here))).toBe('apply')
})

describe('[SYNC-25] what would cost Yjs the square of it', () => {
  const list = item(new Y.ContentType(new Y.Text()), { parent: 'futuro', key: 't' })
  const inList = { client: ME, clock: 0 }
  const at = (clock: number): Ref => ({ client: ME, clock })
  const many = (count: number, one: (n: number) => Crafted): Uint8Array =>
    mine(list, ...Array.from({ length: count }, (_, n) => one(n + 1)))

  it.each<[string, Uint8Array]>([
    [
      'values that all come first under one name',
      many(5000, () => item(any(1), { parent: 'futuro', key: 'k' })),
    ],
    ['letters that all come first', many(5000, () => item(text('x'), { parent: inList }))],
    [
      'letters that all come after the same one, before another each',
      many(5000, (n) =>
        n < 3
          ? item(text('x'), { parent: inList })
          : item(text('x'), { origin: at(1), rightOrigin: at(n % 2 ? 2 : n - 1) }),
      ),
    ],
    [
      'letters each after another one, all before the end',
      many(8000, (n) =>
        n === 1
          ? item(text('x'), { parent: inList })
          : item(text('x'), { origin: at(n <= 4000 ? n - 1 : n - 4000) }),
      ),
    ],
  ])('refuses %s', (_name, update) => expect(verdictOn(update)).toBe('tooLarge'))

  it('takes a text written at its beginning, its end and in its middle, letter by letter', () => {
    const writer = new Y.Doc()
    writer.clientID = ME
    const body = writer.getText('futuro')
    for (let n = 0; n < 3000; n++) {
      body.insert(0, 'a')
      body.insert(body.length, 'z')
      body.insert(n, 'm')
      if (n % 3 === 0) body.delete(n, 2)
    }
    expect(verdictOn(Y.encodeStateAsUpdate(writer))).toBe('apply')
  })

  it('takes what others wrote at the same places meanwhile', () => {
    const here = desk()
    const writer = new Y.Doc()
    writer.clientID = ME
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(here.doc))
    for (const doc of [here.doc, writer]) {
      const title = (doc.getMap('cards').get('a') as Y.Map<Y.Text>).get('title')
      for (let n = 0; n < 130; n++) title?.insert(n % 4, 'x')
    }
    expect(told(admit(Y.encodeStateAsUpdate(writer), here))).toBe('apply')
  })

  it('takes a card that was moved all day', () => {
    const writer = new Y.Doc()
    writer.clientID = ME
    for (let n = 0; n < 5000; n++) writer.getMap('futuro').set(n % 2 ? 'a' : 'b', n)
    expect(verdictOn(Y.encodeStateAsUpdate(writer))).toBe('apply')
  })
})

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)])

function nested(depth: number): Crafted[] {
  return Array.from({ length: depth }, (_, n) => item(map(), { parent: { client: ME, clock: n }, key: 'x' }))
}
