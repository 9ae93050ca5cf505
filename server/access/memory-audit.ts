import type { BoardId } from '../../shared/ids.ts'
import { noteUse, type Audit, type AuditEvent, type KeyUse } from './audit.ts'

/** An audit that nothing keeps, for tests. */
export function memoryAudit(): Audit {
  const events = new Map<BoardId, AuditEvent[]>()
  const uses = new Map<BoardId, Map<string, KeyUse>>()
  return {
    async note(board, event) {
      events.set(board, [...(events.get(board) ?? []), event])
    },
    used(board, key, participant) {
      const ofBoard = uses.get(board) ?? new Map<string, KeyUse>()
      uses.set(board, ofBoard)
      noteUse(ofBoard, key, participant, new Date().toISOString())
    },
    events: async (board) => events.get(board) ?? [],
    uses: async (board) => uses.get(board) ?? new Map(),
    async erase(board) {
      events.delete(board)
      uses.delete(board)
    },
    close: async () => undefined,
  }
}
