import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'
import type { Running } from './server/start.ts'

const API_PORT = 3001
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SERVER = at('server/start.ts')
/** What the server is made of. */
const SERVER_SOURCES = [at('server/'), at('shared/')]
const toServer = { target: `http://127.0.0.1:${API_PORT}`, ws: true, changeOrigin: false }

/**
 * In `npm run dev` the server runs inside Vite, so that both halves come from one command; it starts again when its
 * sources change.
 */
const devServer: Plugin = {
  name: 'tavolo-server',
  apply: 'serve',
  configureServer(vite) {
    const start = async (): Promise<Running> => {
      const { startServer } = (await vite.ssrLoadModule(SERVER)) as typeof import('./server/start.ts')
      return startServer({ ...process.env, PORT: String(API_PORT), TAVOLO_DEV_ORIGIN: '1' })
    }
    const tell = (error: unknown) =>
      vite.config.logger.error(error instanceof Error ? error.message : String(error))
    let running: Promise<Running | null> = Promise.resolve(null)
    const restart = () => {
      running = running
        .then((before) => before?.close())
        .then(start)
        .catch((error: unknown) => (tell(error), null))
    }
    vite.httpServer?.once('listening', async () => {
      restart()
      const operator = (await running)?.operatorUrl
      // The link is a secret: shown to a person at a terminal only.
      if (operator && process.stdout.isTTY)
        vite.config.logger.info(
          `  ➜  Operator: ${vite.resolvedUrls?.local[0] ?? ''}${new URL(operator).hash}`,
        )
    })
    vite.httpServer?.once('close', () => void running.then((last) => last?.close()))
    vite.watcher.add(SERVER_SOURCES).on('change', (path) => {
      if (SERVER_SOURCES.some((folder) => path.startsWith(folder))) restart()
    })
  },
}

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './client/project.inlang',
      outdir: './client/paraglide',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
    }),
    svelte(),
    devServer,
  ],
  root: 'client',
  appType: 'spa',
  server: { proxy: { '/api': toServer, '/sync': toServer, '/schemas': toServer, '/version': toServer } },
  builder: {
    async buildApp(builder) {
      const { client, server } = builder.environments
      if (client) await builder.build(client)
      if (server) await builder.build(server)
    },
  },
  environments: {
    client: {
      build: {
        outDir: '../dist/client',
        emptyOutDir: true,
        manifest: true,
        target: 'es2022',
        assetsInlineLimit: 0,
      },
    },
    server: {
      resolve: { conditions: ['node', 'import', 'default'] },
      build: {
        ssr: true,
        outDir: '../dist/server',
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input: {
            main: 'server/main.ts',
            cli: 'server/cli.ts',
            'history-thread': 'server/history/thread.ts',
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
})
