import { defineConfig } from '@playwright/test'
import { findBrowser } from '../browser/find.mjs'

const { executablePath, args, env } = await findBrowser()

/** Browser tests run the built server, as people in Italy would meet it. */
export default defineConfig({
  testDir: '.',
  outputDir: '../results/browser',
  snapshotPathTemplate: '{testDir}/golden/{arg}{ext}',
  // Two cores: half of a test is waiting for the other side. Each has its own server, folder and browser context.
  workers: 2,
  fullyParallel: true,
  // Nothing waits for time, all for what is to be seen: on a machine that does much else at once that comes late.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // With PLAYWRIGHT_JSON_OUTPUT_FILE, the json report lands where test/run.mjs counts it.
  reporter: [['list'], ['json', { outputFile: '../results/browser.json' }]],
  use: {
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    actionTimeout: 30_000,
    launchOptions: { executablePath, args, env: { ...definedEnv(), ...env }, timeout: 30_000 },
  },
})

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
