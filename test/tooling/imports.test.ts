import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { brokenImports } from '../imports.mjs'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

/** A small house on disk, from path to source, and what is broken in it. */
function brokenIn(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'tavolo-imports-'))
  folders.push(root)
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), source)
  }
  return brokenImports(root)
}

const ids = { 'shared/ids.ts': 'export const newId = () => "a"' }
const svelte = (script: string, markup = '') => `<script lang="ts">\n${script}\n</script>\n${markup}`

describe('directions of imports', () => {
  it('a house in order has nothing to say', () => {
    expect(
      brokenIn({
        ...ids,
        'shared/board/card.ts': `import * as Y from 'yjs'\nimport { newId } from '../ids.ts'\nexport type Kind = 'need'`,
        'shared/programme/programme.ts': `import type { Kind } from '../board/card.ts'\nexport interface Axis { kind: Kind }`,
        'shared/plan/plan.ts': `import type { Axis } from '../programme/programme.ts'\nexport const plan = 1`,
        'shared/formats/csv.ts': `export { plan } from '../plan/plan.ts'`,
        'server/main.ts': `import { plan } from '../shared/plan/plan.ts'\nimport 'node:fs'`,
        'client/session/session.ts': `import * as Y from 'yjs'`,
        'client/App.svelte': svelte(
          `import { newId } from '../shared/ids.ts'\nimport './session/session.ts'`,
        ),
      }),
    ).toEqual([])
  })

  it('the server and the client do not look at each other, not even for a type', () => {
    expect(
      brokenIn({
        'client/a.ts': `import type { B } from '../server/b.ts'\nexport type A = B`,
        'server/b.ts': `export type B = 1`,
        'server/c.ts': `export const lazy = () => import('../client/a.ts')`,
      }),
    ).toEqual([
      'client/a.ts → server/b.ts: the client knows nothing of the server',
      'server/c.ts → client/a.ts: the server knows nothing of the client',
    ])
  })

  it('a wrong arrow inside a component is seen, in its script, its types and its markup', () => {
    const b = { 'server/b.ts': 'export type B = 1' }
    const wrong = ['client/A.svelte → server/b.ts: the client knows nothing of the server']
    expect(brokenIn({ ...b, 'client/A.svelte': svelte(`import '../server/b.ts'`) })).toEqual(wrong)
    expect(
      brokenIn({ ...b, 'client/A.svelte': svelte(`export type T = import('../server/b.ts').B`) }),
    ).toEqual(wrong)
    expect(
      brokenIn({
        ...b,
        'client/A.svelte': svelte('', `{#await import('../server/b.ts') then b}{b}{/await}`),
      }),
    ).toEqual(wrong)
  })

  it('shared looks at neither side', () => {
    expect(
      brokenIn({
        'shared/board/a.ts': `export * from '../../client/b.ts'`,
        'client/b.ts': 'export const b = 1',
      }),
    ).toEqual(['shared/board/a.ts → client/b.ts: shared is below both, and looks at neither'])
  })

  it('inside shared every room reads only what is below it', () => {
    expect(
      brokenIn({
        ...ids,
        'shared/plan/plan.ts': 'export const plan = 1',
        'shared/board/card.ts': `import { plan } from '../plan/plan.ts'\nexport const card = plan`,
        'shared/protocol/messages.ts': `import { plan } from '../plan/plan.ts'\nexport const message = plan`,
        'shared/ids.test.ts': '',
      }),
    ).toEqual([
      'shared/board/card.ts → shared/plan/plan.ts: shared/board may read ids, money, dates, geometry, remembered only',
      'shared/protocol/messages.ts → shared/plan/plan.ts: shared/protocol may read ids, board only',
    ])
  })

  it('programme takes types of the board and no values', () => {
    expect(
      brokenIn({
        'shared/board/card.ts': 'export const kinds = ["need"]',
        'shared/programme/a.ts': `import { kinds } from '../board/card.ts'\nexport const a = kinds`,
        'shared/programme/b.ts': `import type { kinds } from '../board/card.ts'\nexport type B = typeof kinds`,
      }),
    ).toEqual(['shared/programme/a.ts → shared/board/card.ts: programme may read types of board, no values'])
  })

  it('a room of shared without a place is named', () => {
    expect(
      brokenIn({ ...ids, 'shared/misc/a.ts': `import { newId } from '../ids.ts'\nexport const a = newId` }),
    ).toEqual([
      'shared/misc/a.ts → shared/ids.ts: shared/misc has no place among the arrows yet; give it one in test/imports.mjs',
    ])
  })

  it('in the client Yjs stays in sync, session and board', () => {
    expect(
      brokenIn({
        'client/tools/a.ts': `import type * as Y from 'yjs'\nexport type D = Y.Doc`,
        'client/components/B.svelte': svelte(`import * as Y from 'yjs'`),
        'client/board/c.ts': `import * as Y from 'yjs'`,
      }),
    ).toEqual([
      'client/components/B.svelte → yjs: in the client only sync, session, board and plan know Yjs',
      'client/tools/a.ts → yjs: in the client only sync, session, board and plan know Yjs',
    ])
  })

  it('tools do not see components, and ui pieces do not see the session', () => {
    expect(
      brokenIn({
        'client/components/ui/Button.svelte': svelte(`import '../../session/context.ts'`),
        'client/session/context.ts': '',
        'client/tools/select.ts': `import '../components/ui/Button.svelte'`,
      }),
    ).toEqual([
      'client/components/ui/Button.svelte → client/session/context.ts: ui pieces have no board knowledge',
      'client/tools/select.ts → client/components/ui/Button.svelte: a tool must not know what draws it',
    ])
  })

  it('a path that names no file is told, because nothing can be said of where it leads', () => {
    expect(brokenIn({ 'client/a.ts': `import '../server/b'` })).toEqual([
      'client/a.ts → server/b: there is no such file (a relative import carries its ending)',
    ])
  })
})

describe('cycles', () => {
  it('a cycle is named file by file, once, through components and types too', () => {
    expect(
      brokenIn({
        'client/A.svelte': svelte(`import { b } from './b.ts'`),
        'client/b.ts': `import type { C } from './c.svelte.ts'\nexport const b: C = 1`,
        'client/c.svelte.ts': `export type C = number\nexport const lazy = () => import('./A.svelte')`,
      }),
    ).toEqual(['cycle: client/A.svelte → client/b.ts → client/c.svelte.ts → client/A.svelte'])
  })

  it('two files that share a third are no cycle', () => {
    expect(
      brokenIn({
        ...ids,
        'client/a.ts': `import '../shared/ids.ts'\nimport './b.ts'`,
        'client/b.ts': `import '../shared/ids.ts'`,
      }),
    ).toEqual([])
  })
})
