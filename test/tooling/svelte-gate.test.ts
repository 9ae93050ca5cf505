import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../run/suites.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GREETING = `<script lang="ts">
  let { name }: { name: string } = $props()
</script>

<p>{name}</p>
`
const PLANTED = `<script lang="ts">
  import Greeting from './Greeting.svelte'
  const length: number = 'four'
</script>

<Greeting name={length} />
`

/**
 * A gate that nobody has seen shut may be open: svelte-check has passed everything, silently, with some versions of
 * TypeScript. So the real command with the real configuration is shown a fault in a copy.
 */
describe('the type check of components', () => {
  let copy = ''

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'tavolo-gate-'))
    mkdirSync(join(copy, 'client'))
    for (const file of ['package.json', 'tsconfig.json', 'client/tsconfig.json'])
      cpSync(join(ROOT, file), join(copy, file))
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir')
    writeFileSync(join(copy, 'client', 'Greeting.svelte'), GREETING)
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  async function check(): Promise<{ code: number; output: string }> {
    const [program = '', ...args] = CHECKS['types of client'].split(' ')
    const path = join(ROOT, 'node_modules', '.bin', program)
    try {
      const { stdout } = await promisify(execFile)(path, args, { cwd: copy })
      return { code: 0, output: stdout }
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string }
      return { code, output: stdout }
    }
  }

  it(
    'passes a sound component and stops at a fault in script and in markup',
    { timeout: 30_000 },
    async () => {
      expect((await check()).code).toBe(0)
      writeFileSync(join(copy, 'client', 'Planted.svelte'), PLANTED)
      const { code, output } = await check()
      expect(code).toBe(1)
      expect(output).toContain('Planted.svelte:3')
      expect(output).toContain('Planted.svelte:6')
    },
  )
})
