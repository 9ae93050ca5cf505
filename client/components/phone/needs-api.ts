import type { CardId } from '../../../shared/ids.ts'
import { api } from '../../api.ts'
import type { NeedDraft } from './needs-queue.ts'
import type { PhoneBoard } from './phone-board.ts'
import { phoneToken } from './table-needs.svelte.ts'

/** What became of a need, as `GET /api/boards/:id/needs` tells it. */
export interface NeedFate {
  readonly receipt: string
  /** The card that it became. */
  readonly id: CardId
  readonly state: 'raised' | 'merged' | 'answered' | 'financed' | 'notTakenUp' | 'removed'
  readonly actions: readonly string[]
  readonly cents: number | null
  readonly into: string | null
  readonly because: string | null
}

/** How many receipts one question may carry. */
const AT_ONCE = 50

/**
 * Sends one need; resolves once the server has it on disk. The receipt is ours, so that sending it again, after an answer
 * that never came, is the same need.
 */
export async function postNeed(board: PhoneBoard, receipt: string, draft: NeedDraft): Promise<void> {
  const { id, key } = board
  const { text, targetGroup, place, name } = draft
  const need = {
    receipt,
    text,
    ...(targetGroup && { targetGroup }),
    ...(place && { place }),
    ...(name && { name }),
  }
  await api(key, 'POST', `/api/boards/${id}/needs`, need, phoneToken(board))
}

/** A secret of this phone: 32 random bytes as base64url. Needs no secure context. */
export function newReceipt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** What became of the newest needs, by receipt. */
export async function askFates(
  { id, key }: PhoneBoard,
  receipts: readonly string[],
): Promise<Map<string, NeedFate>> {
  const asked = receipts.slice(0, AT_ONCE).join(',')
  const { needs } = await api<{ needs: readonly NeedFate[] }>(
    key,
    'GET',
    `/api/boards/${id}/needs?receipts=${asked}`,
  )
  return new Map(needs.map((fate) => [fate.receipt, fate]))
}
