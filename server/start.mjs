import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, execPath, exit, env, version } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `npm start`: on a fresh clone installs and builds, then serves; later it does only what is needed, without network.
 * Plain Node, because nothing is installed yet when it first runs.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OLDEST_NODE = [20, 19]
const BUILT_FROM = join(ROOT, 'dist', 'built-from')
const SERVER = join(ROOT, 'dist', 'server', 'main.js')

checkNode()
if (!isInstalled()) install()
if (!isBuilt()) build()
// `--prepare` is for images and tests: everything is made ready, nothing is started.
if (!argv.includes('--prepare')) await import(pathToFileURL(SERVER).href)

function checkNode() {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  giveUp(
    `Serve Node ${OLDEST_NODE.join('.')} o più recente; questo è ${version}. Si scarica da https://nodejs.org/it.`,
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${version}.`,
  )
}

/** Whether every package of the lockfile that is needed to run lies in node_modules, in its version. */
function isInstalled() {
  const there = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'))
  return Object.entries(packagesIn(join(ROOT, 'package-lock.json'))).every(
    ([path, entry]) =>
      path === '' ||
      entry.dev ||
      entry.optional ||
      entry.devOptional ||
      there[path]?.version === entry.version,
  )
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }>}
 */
function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function install() {
  tell('Installo le dipendenze (solo la prima volta)… / Installing (the first time only)…')
  const arguments_ = ['ci', '--no-audit', '--no-fund']
  const npm = env['npm_execpath']
  const { status } = npm
    ? spawnSync(execPath, [npm, ...arguments_], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', arguments_, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    giveUp(
      'L’installazione non è riuscita: controlla la rete e lo spazio su disco, poi ripeti «npm start».',
      'The installation did not succeed: check the network and the disk, then run “npm start” again.',
    )
}

/** Without sources (an image that carries only what is built) what is built is what there is. */
function isBuilt() {
  if (!existsSync(SERVER)) return false
  if (!existsSync(join(ROOT, 'client', 'index.html'))) return true
  return existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === fingerprint()
}

function build() {
  tell('Costruisco il programma… / Building…')
  const print = fingerprint()
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0 || !existsSync(SERVER))
    giveUp('La costruzione non è riuscita: il motivo è qui sopra.', 'The build did not succeed: see above.')
  writeFileSync(BUILT_FROM, print)
}

/** Changes when anything changes that the build is made from. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = ['client', 'server', 'shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((path) => !isGenerated(path))
      .sort(),
  )
  for (const path of [...files, join(ROOT, 'package-lock.json'), join(ROOT, 'vite.config.ts')])
    hash.update(path.slice(ROOT.length)).update(readFileSync(path))
  return hash.digest('hex')
}

/**
 * What the build itself writes among the sources: texts as code, and what their tool keeps beside its settings.
 * @param {string} path
 */
function isGenerated(path) {
  const inlang = join(ROOT, 'client', 'project.inlang')
  return (
    path.startsWith(join(ROOT, 'client', 'paraglide')) ||
    (path.startsWith(inlang) && path !== join(inlang, 'settings.json'))
  )
}

/** @param {string} line */
function tell(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * @param {string} it
 * @param {string} en
 * @returns {never}
 */
function giveUp(it, en) {
  process.stderr.write(`${it}\n${en}\n`)
  exit(1)
}
