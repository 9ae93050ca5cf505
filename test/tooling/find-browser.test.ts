import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../browser/find.mjs'

describe('the search for a browser', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-browser-'))
    vi.stubEnv('TAVOLO_TEST_BROWSER', '')
    vi.stubEnv('CHROME_BIN', '')
    vi.stubEnv('PATH', folder)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  /** A program that says it is a browser. */
  function browserAt(name: string): string {
    const path = join(folder, name)
    writeFileSync(path, '#!/bin/sh\necho Chromium 1.2.3\n')
    chmodSync(path, 0o755)
    return path
  }

  it('takes the one that CHROME_BIN names before any other', async () => {
    browserAt('chromium')
    const mine = browserAt('mine')
    vi.stubEnv('CHROME_BIN', mine)
    expect((await findBrowser()).executablePath).toBe(mine)
  })

  it('fails with what to do when CHROME_BIN names nothing that runs, and does not fall back in silence', async () => {
    browserAt('chromium')
    vi.stubEnv('CHROME_BIN', join(folder, 'missing'))
    await expect(findBrowser()).rejects.toThrow(/CHROME_BIN names .*missing.*apt-get install chromium/)
  })

  it('then takes chromium before google-chrome from the PATH', async () => {
    browserAt('google-chrome')
    expect((await findBrowser()).executablePath).toBe(join(folder, 'google-chrome'))
    vi.stubEnv('TAVOLO_TEST_BROWSER', '')
    const chromium = browserAt('chromium')
    expect((await findBrowser()).executablePath).toBe(chromium)
  })

  it('never switches off what the browser protects, so that tests see what people see', async () => {
    browserAt('chromium')
    const { args } = await findBrowser()
    expect(args).not.toContain('--disable-web-security')
    expect(args).not.toContain('--single-process')
    expect(args).not.toContain('--allow-running-insecure-content')
  })
})
