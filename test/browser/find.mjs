// @ts-check
import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * How to launch a Chromium: `args` are ours (`chromium.args` of the bundled package would switch off web security
 * and hide faults of the CSP), `env` is added to the browser's environment.
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string>, name: string }} Browser
 */

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const REMEDY = 'Install one (`apt-get install chromium`), or name one in CHROME_BIN, or run with SKIP_E2E=1.'
/** The answer for the processes that this one starts: Playwright reads its configuration once a worker. */
const MEMO = 'TAVOLO_TEST_BROWSER'

const here = fileURLToPath(new URL('.', import.meta.url))
const bundled = join(here, 'node_modules', '@sparticuz', 'chromium')
const unpacked = join(here, 'node_modules', '.unpacked')

/**
 * Finds a Chromium, in this order: CHROME_BIN, the PATH, Playwright's cache, the pinned package of this folder, which
 * is installed now if it never was. Says on stderr which one it is.
 * @returns {Promise<Browser>}
 * @throws {Error} with a remedy, when there is none or CHROME_BIN names a file that cannot be run.
 */
export async function findBrowser() {
  const known = process.env[MEMO]
  if (known) return JSON.parse(known)
  const browser = named() ?? onPath() ?? (await cached()) ?? bundledBrowser()
  process.stderr.write(`browser: ${browser.name} ${versionOf(browser)} (${browser.executablePath})\n`)
  process.env[MEMO] = JSON.stringify(browser)
  return browser
}

/** @returns {Browser | null} */
function named() {
  const path = process.env['CHROME_BIN']
  if (!path) return null
  if (!canRun(path))
    throw new Error(`CHROME_BIN names ${path}, which is not a program that can be run. ${REMEDY}`)
  return installed(path, 'CHROME_BIN')
}

/** @returns {Browser | null} */
function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const paths = ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
  const path = paths.find(canRun)
  return path ? installed(path, 'on the PATH') : null
}

/** @returns {Promise<Browser | null>} */
async function cached() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path !== '' && canRun(path) ? installed(path, "Playwright's cache") : null
}

/** @returns {Browser} */
function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`No Chromium found on this ${process.platform} ${process.arch} machine. ${REMEDY}`)
  try {
    if (installedVersion() !== pinnedVersion()) install()
    if (!existsSync(join(unpacked, 'chromium'))) unpack()
  } catch (error) {
    throw new Error(`No Chromium found, and the bundled one could not be installed. ${REMEDY}`, {
      cause: error,
    })
  }
  return {
    executablePath: join(unpacked, 'chromium'),
    args: [...FLAGS, '--no-zygote'],
    env: {
      LD_LIBRARY_PATH: [join(unpacked, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(unpacked, 'fonts'),
    },
    name: '@sparticuz/chromium',
  }
}

function install() {
  process.stderr.write('browser: none here, installing the pinned @sparticuz/chromium (66 MB)…\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--prefix', here, '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
  })
}

/** Into a folder of this process first: a run that was stopped half way leaves no half browser behind. */
function unpack() {
  const folder = `${unpacked}-${process.pid}`
  rmSync(unpacked, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync(process.execPath, [join(here, 'unpack.mjs')], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 120_000,
  })
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsConf(unpacked))
  renameSync(folder, unpacked)
}

/**
 * The package's own file names folders of a cloud machine only; here, its fonts and those of the system.
 * @param {string} folder
 */
const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * @param {string} executablePath
 * @param {string} name
 * @returns {Browser}
 */
const installed = (executablePath, name) => ({ executablePath, args: FLAGS, env: {}, name })

/** @param {Browser} browser */
function versionOf({ executablePath, env }) {
  try {
    const version = execFileSync(executablePath, ['--version'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    })
    return version.toString().trim()
  } catch {
    return 'of unknown version'
  }
}

const pinnedVersion = () =>
  versionIn(join(here, 'package.json'), (json) => json.dependencies['@sparticuz/chromium'])
const installedVersion = () => versionIn(join(bundled, 'package.json'), (json) => json.version)

/**
 * @param {string} path
 * @param {(json: any) => string} pick
 */
const versionIn = (path, pick) => (existsSync(path) ? pick(JSON.parse(readFileSync(path, 'utf8'))) : null)

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
