import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { createServer } from 'vite'

/** What a command says of itself, as the product's own list has it. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly shortcut: Keys | null
  readonly isNative: boolean
  readonly everywhere: boolean
  readonly canvasOnly: boolean
  readonly ofCards: boolean
}

interface Keys {
  readonly key?: string
  readonly code?: string
  readonly ctrl?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
}

interface Action extends Partial<Pick<Command, 'isNative' | 'everywhere' | 'canvasOnly' | 'ofCards'>> {
  readonly id: string
  readonly shortcuts: readonly Keys[]
  label(): string
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The list of commands, read from its source: a command that is added there is in this test at once. */
export async function commandList(): Promise<readonly Command[]> {
  const vite = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    resolve: { conditions: ['browser'] },
    ssr: { noExternal: [/lucide/, /svelte/], resolve: { conditions: ['browser'] } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  })
  try {
    const { ACTIONS } = (await vite.ssrLoadModule('/client/actions/index.ts')) as {
      ACTIONS: readonly Action[]
    }
    return ACTIONS.map((action) => ({
      id: action.id,
      label: action.label(),
      shortcut: action.shortcuts[0] ?? null,
      isNative: action.isNative ?? false,
      everywhere: action.everywhere ?? false,
      canvasOnly: action.canvasOnly ?? false,
      ofCards: action.ofCards ?? false,
    }))
  } finally {
    await vite.close()
  }
}

/** As Playwright presses it. */
export function pressed({ key, code, ctrl, alt, shift }: Keys): string {
  const name = code ?? (key?.length === 1 && !shift ? key.toLowerCase() : (key ?? ''))
  return [...(ctrl ? ['Control'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name].join('+')
}
