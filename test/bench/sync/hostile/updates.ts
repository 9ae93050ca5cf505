import * as Y from 'yjs'
import type { Attack } from './attacks.ts'
import { bytesOf, noise, STEP_1, text, times, UPDATE, type Attacker } from './attacker.ts'

const GC = 0
const TYPE_MAP = 1
const ITEM_TYPE = 7
const ITEM_ANY = 8
const NAMED_PARENT = 1
const BY_ID = 0
const NO_DELETES = 0

/** Updates that are bytes of the right form and mean harm. */
export const UPDATE_ATTACKS: readonly Attack[] = [
  // It says a billion structs follow.
  [
    'struct count bomb',
    (by) => by.sync(UPDATE, bytesOf(1, 2 ** 30, by.clientId, 0, Uint8Array.of(GC), 1, NO_DELETES)),
  ],
  [
    'GC struct of length 2^40',
    (by) => by.sync(UPDATE, bytesOf(1, 1, by.clientId, 0, Uint8Array.of(GC), 2 ** 40, NO_DELETES)),
  ],
  [
    'delete set over whole clocks',
    async (by, others) => {
      await by.sync(UPDATE, deletes(others.map((client) => [client, [[0, 2 ** 31]]])))
      // 200,000 stretches of somebody nobody knows: 600 kB.
      const stretches = Array.from({ length: 200_000 }, (): [number, number] => [1, 1])
      await by.sync(UPDATE, deletes([[by.clientId + 1, stretches]]))
    },
  ],
  [
    'state vector with 1,000,000 entries',
    (by) => {
      const entries = Buffer.concat(Array.from({ length: 1_000_000 }, (_, n) => bytesOf(n, 1)))
      return by.sync(STEP_1, bytesOf(1_000_000, entries))
    },
  ],
  [
    'pending structs: 2,000 updates with a gap before them',
    (by) => times(2000, (n) => by.sync(UPDATE, insert(by, 10 + 2 * n, 'lacuna', 'x'.repeat(1000)))),
  ],
  ['deep nesting of 20,000 maps', (by) => by.sync(UPDATE, nested(by.clientId, 20_000))],
  [
    'replace a card with the wrong type',
    (by) => by.sync(UPDATE, insert(by, 0, 'need-0', 'non sono una scheda')),
  ],
  ['50 MB message, zeros', (by) => by.bytes(new Uint8Array(50_000_000))],
  ['50 MB update, random', (by) => by.sync(UPDATE, noise(50_000_000))],
  ['50 MB update, valid', (by) => by.sync(UPDATE, valid(50_000_000))],
  ['150 MB message', (by) => by.bytes(new Uint8Array(150_000_000))],
]

function deletes(
  clients: readonly (readonly [number, readonly (readonly [number, number])[]])[],
): Uint8Array {
  const ranges = clients.map(([client, stretches]) =>
    bytesOf(
      client,
      stretches.length,
      Buffer.concat(stretches.map(([clock, length]) => bytesOf(clock, length))),
    ),
  )
  return bytesOf(0, clients.length, Buffer.concat(ranges))
}

/** A value under a key of `cards`. */
const insert = ({ clientId }: Attacker, clock: number, key: string, value: string): Uint8Array =>
  bytesOf(
    ...[1, 1, clientId, clock],
    ...[Uint8Array.of(0x20 | ITEM_ANY), NAMED_PARENT, text('cards'), text(key)],
    ...[1, Uint8Array.of(119), text(value), NO_DELETES],
  )

/** A map in a map in a map …, each under the key `x` of the one before. */
function nested(client: number, depth: number): Uint8Array {
  const structs = Array.from({ length: depth }, (_, n) =>
    bytesOf(
      Uint8Array.of(0x20 | ITEM_TYPE),
      ...(n === 0 ? [NAMED_PARENT, text('cards')] : [BY_ID, client, n - 1]),
      ...[text('x'), TYPE_MAP],
    ),
  )
  return bytesOf(1, depth, client, 0, Buffer.concat(structs), NO_DELETES)
}

function valid(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('nota').insert(0, 'x'.repeat(bytes))
  return Y.encodeStateAsUpdate(doc)
}
