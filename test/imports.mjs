// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { argv, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parse } from 'svelte/compiler'
import ts from 'typescript'

/**
 * Direction of imports and cycles, read from the sources themselves: `.ts` and `.svelte`, markup included. A type
 * import is an import: a type that looks upward is still a dependency upward.
 * Run as a program it names every broken arrow and exits with 1.
 *
 * @typedef {{ to: string, typeOnly: boolean }} Import What is written after `from`, and whether it vanishes when compiled.
 * @typedef {{ from: string, to: string, typeOnly: boolean, isPackage: boolean }} Arrow Paths from the root, `/` between folders.
 */

const ROOMS = ['shared', 'client', 'server']
const SOURCE = /\.(ts|svelte|js|mjs)$/
const GENERATED = /^client\/paraglide\//
const YJS = /^(yjs|y-[a-z]+)(\/|$)/

/** What each room of `shared` may read besides itself; a new room is added here on purpose. */
const GROUND = ['ids', 'money', 'dates', 'geometry', 'remembered']
const SHARED = new Map([
  ['ids', []],
  ['money', []],
  ['remembered', []],
  ['dates', []],
  ['geometry', []],
  ['agreement', ['ids']],
  ['board', GROUND],
  ['programme', ['board', 'money', 'dates']],
  ['plan', [...GROUND, 'board', 'programme']],
  ['formats', [...GROUND, 'agreement', 'board', 'programme', 'plan']],
  ['models', [...GROUND, 'board', 'programme']],
  ['history', [...GROUND, 'board', 'programme', 'plan', 'formats']],
  ['protocol', ['ids', 'board']],
])

/** @type {{ from: RegExp, to: RegExp, unless?: RegExp, why: string }[]} */
const FORBIDDEN = [
  { from: /^server\//, to: /^client\//, why: 'the server knows nothing of the client' },
  { from: /^client\//, to: /^server\//, why: 'the client knows nothing of the server' },
  { from: /^shared\//, to: /^(server|client)\//, why: 'shared is below both, and looks at neither' },
  { from: /./, to: /^test\//, why: 'what runs does not need its tests' },
  {
    from: /^client\//,
    unless: /^client\/(sync|session|board|plan)\//,
    to: YJS,
    why: 'in the client only sync, session, board and plan know Yjs',
  },
  {
    from: /^shared\/(plan|programme)\//,
    to: YJS,
    why: 'plans are made from plain values, not from documents',
  },
  { from: /^client\/tools\//, to: /^client\/components\//, why: 'a tool must not know what draws it' },
  { from: /^client\/components\/ui\//, to: /^client\/session\//, why: 'ui pieces have no board knowledge' },
  {
    from: /^client\/input\//,
    to: /^(svelte|yjs)(\/|$)/,
    why: 'input turns DOM events into intentions, no more',
  },
  { from: /^server\/rooms\//, to: /^server\/http\//, why: 'a room does not know the web' },
  { from: /^server\/store\//, to: /^server\/rooms\//, why: 'a store does not know who uses it' },
]

/**
 * Every broken arrow and every cycle under a root, as sentences; empty when all is well.
 * @param {string} root folder that holds shared, client and server
 * @returns {string[]}
 */
export function brokenImports(root) {
  const files = ROOMS.flatMap((room) => sourcesIn(root, room))
  const arrows = files.flatMap((file) => arrowsOf(root, file))
  return [...arrows.flatMap((arrow) => complaintsOf(root, arrow)), ...cyclesIn(arrows).map(cycleSentence)]
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !GENERATED.test(file))
    .sort()
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Arrow[]}
 */
function arrowsOf(root, file) {
  const source = readFileSync(join(root, file), 'utf8')
  const imports = file.endsWith('.svelte') ? importsOfSvelte(source) : importsOfTypeScript(file, source)
  return imports.map(({ to, typeOnly }) => {
    const isPackage = !/^[./]/.test(to)
    const path = (to.split('?')[0] ?? to).replace(/^\/+/, './')
    return { from: file, to: isPackage ? to : posix.join(dirname(file), path), typeOnly, isPackage }
  })
}

/**
 * @param {string} file
 * @param {string} source
 * @returns {Import[]}
 */
function importsOfTypeScript(file, source) {
  /** @type {Import[]} */
  const found = []
  /** @param {ts.Node | undefined} node @param {boolean} typeOnly */
  const add = (node, typeOnly) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ to: node.text, typeOnly })
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))
  return found
}

/**
 * @param {string} source
 * @returns {Import[]}
 */
function importsOfSvelte(source) {
  /** @type {Import[]} */
  const found = []
  const seen = new Set()
  /** @param {any} node */
  const visit = (node) => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return
    seen.add(node)
    const to = IMPORTING.has(node.type) ? (node.source ?? node.argument)?.value : undefined
    if (typeof to === 'string')
      found.push({
        to,
        typeOnly: node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type',
      })
    Object.values(node).forEach(visit)
  }
  visit(parse(source, { modern: true }))
  return found
}
const IMPORTING = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'TSImportType',
])

/**
 * @param {string} root
 * @param {Arrow} arrow
 * @returns {string[]}
 */
function complaintsOf(root, arrow) {
  const { from, to } = arrow
  const named = `${from} → ${to}`
  if (!arrow.isPackage && !GENERATED.test(to) && !existsSync(join(root, to)))
    return [`${named}: there is no such file (a relative import carries its ending)`]
  const rule = FORBIDDEN.find((rule) => rule.from.test(from) && !rule.unless?.test(from) && rule.to.test(to))
  if (rule) return [`${named}: ${rule.why}`]
  return from.startsWith('shared/') && to.startsWith('shared/') ? sharedComplaints(arrow, named) : []
}

/**
 * @param {Arrow} arrow
 * @param {string} named
 * @returns {string[]}
 */
function sharedComplaints({ from, to, typeOnly }, named) {
  const [reader, read] = [sharedRoom(from), sharedRoom(to)]
  if (reader === read) return []
  const mayRead = SHARED.get(reader)
  if (!mayRead)
    return [`${named}: shared/${reader} has no place among the arrows yet; give it one in test/imports.mjs`]
  if (!mayRead.includes(read))
    return [`${named}: shared/${reader} may read ${mayRead.join(', ') || 'nothing'} only`]
  if (reader === 'programme' && read === 'board' && !typeOnly)
    return [`${named}: programme may read types of board, no values`]
  return []
}

/** @param {string} path `shared/plan/plan.ts` is in `plan`, `shared/ids.ts` is `ids` */
const sharedRoom = (path) => (path.split('/')[1] ?? '').replace(/\.[a-z]+$/, '')

/**
 * One cycle for each knot of files that reach one another, as the files in order, shortest way round from the first.
 * @param {Arrow[]} arrows
 * @returns {string[][]}
 */
function cyclesIn(arrows) {
  /** @type {Map<string, Set<string>>} */
  const next = new Map()
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to))
  /** @type {string[][]} */
  const cycles = []
  const told = new Set()
  for (const file of next.keys()) {
    if (told.has(file)) continue
    const cycle = wayRound(file, next)
    if (!cycle) continue
    cycles.push(cycle)
    for (const member of cycle) told.add(member)
  }
  return cycles
}

/**
 * The shortest way from a file back to itself; null when there is none.
 * @param {string} start
 * @param {Map<string, Set<string>>} next
 * @returns {string[] | null}
 */
function wayRound(start, next) {
  /** @type {Map<string, string>} */
  const cameFrom = new Map()
  const queue = [start]
  for (let file = queue.shift(); file !== undefined; file = queue.shift())
    for (const to of next.get(file) ?? []) {
      if (to === start) return wayBack(file, cameFrom)
      if (cameFrom.has(to)) continue
      cameFrom.set(to, file)
      queue.push(to)
    }
  return null
}

/**
 * @param {string} last
 * @param {Map<string, string>} cameFrom
 */
function wayBack(last, cameFrom) {
  const way = []
  for (let file = /** @type {string | undefined} */ (last); file !== undefined; file = cameFrom.get(file))
    way.unshift(file)
  return way
}

/** @param {string[]} cycle */
const cycleSentence = (cycle) => `cycle: ${[...cycle, cycle[0]].join(' → ')}`

if (argv[1] === fileURLToPath(import.meta.url)) {
  const root = argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
  const broken = brokenImports(root)
  for (const sentence of broken) console.error(sentence)
  console.log(
    broken.length === 0 ? 'imports: every arrow points the right way' : `imports: ${broken.length} broken`,
  )
  exit(broken.length === 0 ? 0 : 1)
}
