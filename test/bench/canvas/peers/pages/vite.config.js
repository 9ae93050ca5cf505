import { readdirSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/** One page for each program, built as its authors' guides say. */
export default defineConfig({
  plugins: [svelte()],
  define: { 'process.env.IS_PREACT': '"false"' },
  build: {
    chunkSizeWarningLimit: 100_000,
    rollupOptions: { input: readdirSync('.').filter((name) => name.endsWith('.html')) },
  },
})
