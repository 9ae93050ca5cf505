// @ts-check
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * What a Vitest report (`--reporter=json`) counts; null when it was not written.
 * @param {string} path
 * @returns {Count | null}
 */
export function countVitest(path) {
  const report = readJson(path)
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  )
}

/**
 * What a Playwright report (`json` reporter) counts; null when it was not written.
 * @param {string} path
 * @returns {Count | null}
 */
export function countPlaywright(path) {
  const report = readJson(path)
  return (
    report && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
      skipped: report.stats.skipped,
    }
  )
}

/** @param {string} path */
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)
