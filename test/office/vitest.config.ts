import { defineConfig } from 'vitest/config'

/** Checks that an office suite opens what we write. Needs LibreOffice and poppler; run by `.ci/run` alone. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    name: 'office',
    include: ['test/office/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
