import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono, type Context } from 'hono'
import { PACKS_ELEMENT, type PackFile } from '../../shared/programme/pack.ts'
import type { Env } from './env.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const COMPRESSED = /\.(css|html|ico|js|json|svg|txt|webmanifest)$/
const FOREVER = 'public, max-age=31536000, immutable'

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  readonly cache: string
  /** Made when first asked for. */
  readonly packed: Map<'br' | 'gzip', Promise<Uint8Array<ArrayBuffer>>>
}

/** The built client, in memory: a few megabytes that are asked for by everybody at the same moment. */
export function staticFiles(packs: readonly PackFile[] = [], folder: string = clientFolder()): Hono<Env> {
  const assets = existsSync(folder) ? readAssets(folder) : new Map<string, Asset>()
  const built = assets.get('/index.html')
  const page = built && packs.length > 0 ? withPacks(built, packs) : built
  const app = new Hono<Env>()
  for (const address of ['/', '/b/:id', '/p/:id'])
    app.get(address, (c) => (page ? answer(c, page) : c.text('The client is not built: npm run build.', 404)))
  app.get('*', (c, next) => {
    const asset = assets.get(c.req.path)
    if (asset) return answer(c, asset)
    // Who typed an address wrong reads what to do, not what a program would.
    return page && wantsPage(c) ? answer(c, page, 404) : next()
  })
  return app
}

const wantsPage = ({ req }: Context<Env>): boolean =>
  !/^\/(api|sync|schemas|assets)(\/|$)/.test(req.path) && (req.header('accept') ?? '').includes('text/html')

/** `dist/client`, seen from the built server in `dist/server` or from the sources in `server/http`. */
function clientFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const built = here.lastIndexOf(`${sep}dist${sep}server`)
  return built >= 0 ? join(here.slice(0, built), 'dist', 'client') : join(here, '..', '..', 'dist', 'client')
}

/** The page with the packs that this server adds, as data that no browser runs, before the program that reads them. */
function withPacks(page: Asset, packs: readonly PackFile[]): Asset {
  const json = JSON.stringify(packs).replaceAll('<', '\\u003c')
  const html = new TextDecoder().decode(page.bytes)
  const data = `<script type="application/json" id="${PACKS_ELEMENT}">${json}</script>`
  return assetOf('/index.html', new TextEncoder().encode(html.replace('</head>', () => `${data}\n</head>`)))
}

function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    if (address.includes('/.')) continue
    const bytes = new Uint8Array(readFileSync(path))
    assets.set(address, assetOf(address, bytes))
  }
  return assets
}

const assetOf = (address: string, bytes: Uint8Array<ArrayBuffer>): Asset => ({
  bytes,
  type: TYPES[extname(address)] ?? 'application/octet-stream',
  etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
  // Vite names what it puts into assets/ by its content.
  cache: address.startsWith('/assets/') ? FOREVER : 'no-cache',
  packed: new Map(),
})

async function answer(c: Context<Env>, asset: Asset, status: 200 | 404 = 200): Promise<Response> {
  const packing = packingFor(c, asset)
  const etag = `"${asset.etag}${packing ? `-${packing}` : ''}"`
  const headers: Record<string, string> = { 'cache-control': asset.cache, etag, vary: 'accept-encoding' }
  if (status === 200 && c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  headers['content-type'] = asset.type
  if (!packing) return c.body(asset.bytes, status, headers)
  return c.body(await packedAs(packing, asset), status, { ...headers, 'content-encoding': packing })
}

function packingFor(c: Context<Env>, asset: Asset): 'br' | 'gzip' | null {
  if (!COMPRESSED.test(`x.${extensionOf(asset.type)}`)) return null
  const accepted = c.req.header('accept-encoding') ?? ''
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
}

const extensionOf = (type: string): string =>
  Object.entries(TYPES)
    .find(([, known]) => known === type)?.[0]
    .slice(1) ?? ''

function packedAs(packing: 'br' | 'gzip', asset: Asset): Promise<Uint8Array<ArrayBuffer>> {
  const known = asset.packed.get(packing)
  if (known) return known
  const pack = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const packed =
      packing === 'gzip'
        ? await promisify(gzip)(asset.bytes, { level: 9 })
        : await promisify(brotliCompress)(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    return new Uint8Array(packed)
  }
  const packed = pack()
  asset.packed.set(packing, packed)
  return packed
}
