import { addPacks } from '../shared/programme/programmes.ts'
import { createLog } from './log.ts'
import { readConfig, type Environment } from './config.ts'
import { folderShelf } from './history/shelf.ts'
import { keepPacks, withKept } from './kept-packs.ts'
import { readPackFolder, type PackReading } from './packs.ts'
import { serve } from './serve.ts'
import { SMALL } from './small.ts'
import { VERSION } from './version.ts'
import { openData } from './store/data-folder.ts'

export interface Running {
  /** Where this machine reaches it: `http://localhost:3000`. */
  readonly url: string
  readonly port: number
  /** Whether other machines reach it too, as far as `HOST` decides. */
  readonly isOnNetwork: boolean
  /** The link that makes its holder the operator; a secret. */
  readonly operatorUrl: string
  /** Stops gracefully: what was acknowledged is on disk, what was not is told so. */
  close(): Promise<void>
}

/** The settings are wrong: every problem, in words. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

const NO_PACKS: PackReading = { packs: [], files: new Map(), problems: [] }

/** The addresses that stand for every network this machine is in. */
const EVERYWHERE = ['0.0.0.0', '::']

/** Reads the settings, opens the data folder and serves. Throws ConfigError, or what the folder or the port say. */
export async function startServer(env: Environment): Promise<Running> {
  const reading = readConfig(env)
  if (!reading.ok) throw new ConfigError(reading.problems)
  const { config, warnings } = reading
  const added = config.packFolder === undefined ? NO_PACKS : readPackFolder(config.packFolder)
  if (added.problems.length > 0) throw new ConfigError(added.problems)
  const log = createLog(config.logLevel)
  for (const warning of warnings) log.warn({ event: 'config.unknown' }, warning)
  const { operatorKey: given } = config
  const data = await openData(config.dataFolder, {
    log,
    ...(given !== undefined && { operatorKey: given }),
    ...(config.small && { limits: SMALL.limits }),
  })
  try {
    const programmes = withKept(added, config.dataFolder)
    if (programmes.problems.length > 0) throw new ConfigError(programmes.problems)
    const { packs } = programmes
    addPacks(packs)
    await keepPacks(added, config.dataFolder)
    const served = await serve(
      config,
      { ...data, shelf: folderShelf(data.storiesFolder), packs },
      log,
      config.small ? SMALL.pace : {},
    )
    const url = `http://localhost:${served.port}`
    log.info({ event: 'server.started', port: served.port, version: VERSION }, 'the server is ready')
    return {
      url,
      port: served.port,
      isOnNetwork: config.host === undefined || EVERYWHERE.includes(config.host),
      operatorUrl: `${config.publicUrl ?? url}/#operator=${data.operatorKey}`,
      async close() {
        log.info({ event: 'server.stopping' }, 'the server is stopping')
        await served.close()
        await data.close()
        log.info({ event: 'server.stopped' }, 'everything is on disk')
      },
    }
  } catch (error) {
    await data.close()
    throw error
  }
}
