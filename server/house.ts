import type { Logger } from 'pino'
import type { Audit } from './access/audit.ts'
import type { Limits } from './access/limits.ts'
import type { OpenSockets } from './access/open-sockets.ts'
import type { PackFile } from '../shared/programme/pack.ts'
import type { Access } from './access/who.ts'
import type { Frozen } from './backup/write-backup.ts'
import type { Config } from './config.ts'
import type { Disk } from './disk.ts'
import type { Stories } from './history/stories.ts'
import type { Metrics } from './metrics.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { BoardStore } from './store/board-store.ts'
import type { Vault } from './store/vault.ts'

/** Everything a request may need, made once in `serve.ts`. */
export interface House extends Access {
  readonly config: Config
  /** Programmes beside those of the product. */
  readonly packs: readonly PackFile[]
  readonly store: BoardStore
  readonly rooms: Rooms
  readonly stories: Stories
  readonly limits: Limits
  readonly openSockets: OpenSockets
  readonly disk: Disk
  readonly audit: Audit
  readonly vault: Vault
  /** Holds everything still for a backup; absent where nothing is on disk. */
  readonly freeze?: (options: { readonly withOperatorKey: boolean }) => Promise<Frozen>
  readonly log: Logger
  readonly metrics: Metrics
  /** Set when the server is going down: no new work is taken. */
  readonly isStopping: () => boolean
}
