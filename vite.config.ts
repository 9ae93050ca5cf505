import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

const API_PORT = 3001
const toServer = { target: `http://127.0.0.1:${API_PORT}`, ws: true, changeOrigin: false }

/** In `npm run dev` the server runs inside Vite, so that both halves reload from one command. */
const devServer: Plugin = {
  name: 'tavolo-server',
  apply: 'serve',
  configureServer(vite) {
    vite.httpServer?.once('listening', async () => {
      const { startServer } = (await vite.ssrLoadModule(
        '/server/start.ts',
      )) as typeof import('./server/start.ts')
      await startServer({ ...process.env, PORT: String(API_PORT), TAVOLO_DEV_ORIGIN: '1' })
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
          input: { main: 'server/main.ts', cli: 'server/cli.ts' },
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
})
