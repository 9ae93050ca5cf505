import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
})

/** One project a room of the house; the browser tests have a runner of their own (e2e/playwright.config.ts). */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [svelte({ configFile: false })],
  resolve: { conditions: ['browser'] },
  test: {
    environment: 'node',
    projects: [
      project(
        'unit',
        [
          'test/shared/**/*.test.ts',
          'test/golden/**/*.test.ts',
          'test/client/**/*.test.ts',
          'test/docs/**/*.test.ts',
          'test/tooling/**/*.test.ts',
        ],
        // A property over two random boards takes its time on a busy machine.
        { testTimeout: 20_000 },
      ),
      project('built', ['test/built/**/*.test.ts']),
      project(
        'server',
        ['test/server/**/*.test.ts', 'test/contracts/**/*.test.ts', 'test/sync/**/*.test.ts'],
        {
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      ),
      project('crash', ['test/crash/**/*.test.ts'], { testTimeout: 240_000, hookTimeout: 60_000 }),
      project('soak', ['test/soak/**/*.test.ts']),
      project('bench', [], { benchmark: { include: ['test/bench/**/*.bench.ts'] } }),
    ],
  },
})
