import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse, PLAIN } from './open-house.ts'
import { startProgram } from './program.ts'
import { hocuspocusDialect } from './hocuspocus-dialect.ts'
import type { Target } from './target.ts'

const PACKAGES = [
  '@y/websocket-server@0.1.1',
  'y-leveldb@0.1.2',
  'yjs@13.6.33',
  '@hocuspocus/server@3',
  '@hocuspocus/extension-sqlite@3',
]
const INSTALL_MS = 10 * 60_000

const HOCUSPOCUS = `
import { Server } from '@hocuspocus/server'
import { SQLite } from '@hocuspocus/extension-sqlite'
const extensions = [new SQLite({ database: process.env.DATA + '/boards.sqlite' })]
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions })
await server.listen()
console.log('port ' + server.httpServer.address().port)
`

/**
 * Other servers of the field, as their authors ship them. Nothing of them is a dependency of ours: they are installed, when
 * somebody asks for them, into a folder that goes away with the run. Throws, with what npm said, when that fails.
 */
export function installPeers(folder: string): Target[] {
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  writeFileSync(join(folder, 'hocuspocus.mjs'), HOCUSPOCUS)
  const args = ['install', '--no-audit', '--no-fund', ...PACKAGES]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, timeout: INSTALL_MS, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the peers could not be installed: ${stderr}`)
  return [yWebsocket(folder, false), yWebsocket(folder, true), hocuspocus(folder)]
}

const yWebsocket = (folder: string, isKept: boolean): Target => ({
  name: isKept ? 'y-websocket + LevelDB' : 'y-websocket, memory',
  isOurs: false,
  keeps: isKept,
  async start(data, flags = []) {
    // It cannot be told to take any free port.
    const port = String(20_000 + Math.floor(Math.random() * 10_000))
    const env = { PORT: port, HOST: '127.0.0.1', ...(isKept && { YPERSISTENCE: join(data, 'level') }) }
    const server = join(folder, 'node_modules', '@y', 'websocket-server', 'src', 'server.js')
    const program = await startProgram([...flags, server], env, /running at/, folder)
    return openHouse(program, port, () => PLAIN)
  },
})

const hocuspocus = (folder: string): Target => ({
  name: 'Hocuspocus + SQLite',
  isOurs: false,
  keeps: true,
  async start(data, flags = []) {
    const program = await startProgram(
      [...flags, join(folder, 'hocuspocus.mjs')],
      { DATA: data },
      /port (\d+)/,
      folder,
    )
    return openHouse(program, program.said[0] ?? '', hocuspocusDialect)
  },
})
