import type { Attack } from './attacks.ts'
import {
  bytesOf,
  noise,
  PRESENCE,
  STEP_1,
  STEP_2,
  SYNC,
  text,
  times,
  UPDATE,
  withLength,
} from './attacker.ts'

const anyLength = (most: number): number => 1 + Math.floor(Math.random() * most)
const MANY = 2 ** 31

/** What is no frame of the protocol, or one that lies about itself; and presence that speaks for others. */
export const FRAME_ATTACKS: readonly Attack[] = [
  ['random bytes ×200', (by) => times(200, () => by.bytes(noise(anyLength(2000))))],
  [
    'random bytes after a valid prefix ×200',
    (by) => times(200, (n) => by.frame(SYNC, n % 3, noise(anyLength(500)))),
  ],
  ['empty frame', (by) => times(20, () => by.bytes(new Uint8Array()))],
  [
    'truncated numbers',
    (by) =>
      times(20, (n) => by.frame(...[SYNC, PRESENCE].slice(n % 2, (n % 2) + 1), new Uint8Array(n).fill(255))),
  ],
  [
    'huge declared lengths',
    (by) =>
      times(20, (n) =>
        by.frame(n % 2 ? PRESENCE : SYNC, ...(n % 2 ? [] : [UPDATE]), MANY * 2 ** n, noise(10)),
      ),
  ],
  ['unknown types of message', (by) => times(100, (n) => by.frame(4 + n * 7, noise(20)))],
  ['text frames', (by) => times(20, () => by.bytes(Buffer.from('{"type":"sync"}'), 1))],
  [
    'random update in a valid envelope ×300',
    (by) => times(300, () => by.sync(UPDATE, noise(anyLength(2000)))),
  ],
  [
    'random answer or question in an envelope ×100',
    (by) => times(100, (n) => by.sync(n % 2 ? STEP_2 : STEP_1, noise(anyLength(2000)))),
  ],
  [
    'presence: random, broken JSON, null',
    (by) =>
      times(60, (n) =>
        n % 3 === 0
          ? by.frame(PRESENCE, withLength(noise(50)))
          : presence(by, [[by.clientId, n, n % 3 === 1 ? '{"cursor":[1,' : 'null']]),
      ),
  ],
  [
    'presence of 5 MB',
    (by) => presence(by, [[by.clientId, 1, JSON.stringify({ name: 'x'.repeat(5_000_000) })]]),
  ],
  [
    'presence of 20,000 invented clients',
    (by) =>
      presence(
        by,
        Array.from({ length: 20_000 }, (_, n) => [3_000_000_000 + n, 1, '{"name":"nessuno"}']),
      ),
  ],
  [
    'presence that sends others away',
    (by, others) =>
      presence(
        by,
        others.map((client) => [client, 1_000_000, 'null']),
      ),
  ],
]

type Line = readonly [client: number, clock: number, state: string]

const presence = (by: Parameters<Attack[1]>[0], lines: readonly Line[]): Promise<void> =>
  by.frame(
    PRESENCE,
    withLength(
      bytesOf(
        lines.length,
        Buffer.concat(lines.map(([client, clock, state]) => bytesOf(client, clock, text(state)))),
      ),
    ),
  )
