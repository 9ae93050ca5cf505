import { FRAME_ATTACKS } from './frames.ts'
import { SOCKET_ATTACKS } from './sockets.ts'
import { UPDATE_ATTACKS } from './updates.ts'
import type { Attacker } from './attacker.ts'

/** A name, and what is done; `others` are clientIDs of honest people at the same board. */
export type Attack = readonly [name: string, run: (by: Attacker, others: readonly number[]) => Promise<void>]

/** The hostile inputs of S7: 31 of them. */
export const ATTACKS: readonly Attack[] = [...FRAME_ATTACKS, ...UPDATE_ATTACKS, ...SOCKET_ATTACKS]
