// @ts-check
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** As deep as the sources of the tests, which find the built program from where they are. */
export const OUT = join(ROOT, 'test', 'results')

/**
 * Builds what a benchmark runs, for Node, from sources and shared code as the server is built.
 * @param {Record<string, string>} input the entries: how the file is to be called, and its source from `test/bench`
 * @param {string} [outDir] where to; a folder of its own is emptied first
 */
export async function bundle(input, outDir = OUT) {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: outDir !== OUT,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(input).map(([name, source]) => [
            name,
            fileURLToPath(new URL(source, import.meta.url)),
          ]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}
