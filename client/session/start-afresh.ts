import * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { LocalCopy } from '../sync/local-copy.svelte.ts'
import { BoardSession } from './board-session.svelte.ts'
import { keepAside, type Refusal } from './kept-aside.ts'
import { setAside } from './set-aside.ts'
import type { RememberedBoard } from './remembered.ts'

const PATIENCE_MS = 20_000

/**
 * A new session for one that the server refused: a fresh document under a fresh clientID, the same view of it. What never
 * reached the server is set aside for the person first; only then the browser's copy, which would be refused again, goes.
 * Null when the server's board does not come: then nothing has changed.
 */
export async function startAfresh(
  old: BoardSession,
  me: RememberedBoard,
  why: Refusal,
): Promise<BoardSession | null> {
  const fresh = new BoardSession(me)
  fresh.connection.open()
  if (!(await boardCame(fresh))) {
    await fresh.close()
    return null
  }
  takeAside(fresh, old.doc, why)
  await old.copy.discard()
  await fresh.copy.open()
  fresh.lookAs(old)
  void fresh.loadAuthors()
  return fresh
}

/** Work in the browser's copy of an earlier generation, from before a backup was restored: set aside, never sent. */
export async function rescueCopy(session: BoardSession, name: string): Promise<void> {
  const doc = new Y.Doc()
  const copy = new LocalCopy(name, doc)
  await copy.open()
  if (await boardCame(session)) {
    takeAside(session, doc, { code: CLOSE.generationChanged, why: null })
    await copy.discard()
  } else await copy.close()
  doc.destroy()
}

function takeAside(session: BoardSession, mine: Y.Doc, why: Refusal): void {
  const aside = setAside(mine, session.doc, session.id, Date.now(), why)
  session.aside = aside
  session.asideKept = aside.file === null || keepAside(session.me, aside)
}

const boardCame = ({ connection: { provider } }: BoardSession): Promise<boolean> =>
  provider.synced
    ? Promise.resolve(true)
    : new Promise((resolve) => {
        provider.once('sync', () => resolve(true))
        provider.once('closed', () => resolve(false))
        setTimeout(() => resolve(false), PATIENCE_MS)
      })
