/** What somebody wrote on the phone page: one mandatory text, the rest if they like. */
export interface NeedDraft {
  readonly text: string
  readonly targetGroup: string
  readonly place: string
  readonly name: string
}

/** Not on the server yet. `problem` is the server's sentence when it said no to this text. */
export interface WaitingNeed {
  readonly kind: 'waiting'
  readonly receipt: string
  readonly draft: NeedDraft
  readonly problem: string | null
}

/**
 * One need of this phone, from the moment "Invia" is pressed. Its receipt, chosen here, tells it from the others and lets
 * this phone ask what became of it.
 */
export type MyNeed =
  | WaitingNeed
  /** On the server's disk. */
  | { readonly kind: 'received'; readonly receipt: string; readonly text: string }

/** Puts a need at the head of the list, waiting to be sent. */
export const withDraft = (needs: readonly MyNeed[], receipt: string, draft: NeedDraft): MyNeed[] => [
  { kind: 'waiting', receipt, draft, problem: null },
  ...needs,
]

/** The next one to send: the oldest that the server has not refused. */
export const nextToSend = (needs: readonly MyNeed[]): WaitingNeed | null =>
  needs.findLast((need): need is WaitingNeed => need.kind === 'waiting' && need.problem === null) ?? null

export const received = (needs: readonly MyNeed[], receipt: string): MyNeed[] =>
  needs.map((need) =>
    need.receipt === receipt && need.kind === 'waiting'
      ? { kind: 'received', receipt, text: need.draft.text }
      : need,
  )

export const refused = (needs: readonly MyNeed[], receipt: string, problem: string): MyNeed[] =>
  needs.map((need) => (need.receipt === receipt && need.kind === 'waiting' ? { ...need, problem } : need))

export const without = (needs: readonly MyNeed[], receipt: string): MyNeed[] =>
  needs.filter((need) => need.receipt !== receipt)

/** The needs that a phone kept, read field by field: what is not one is left out. */
export function readNeeds(value: unknown): MyNeed[] {
  return Array.isArray(value) ? value.map(readNeed).filter((need) => need !== null) : []
}

function readNeed(value: unknown): MyNeed | null {
  const need = (value ?? {}) as Record<string, unknown>
  const { receipt } = need
  if (typeof receipt !== 'string') return null
  if (need['kind'] === 'received' && typeof need['text'] === 'string')
    return { kind: 'received', receipt, text: need['text'] }
  const draft = readDraft(need['draft'])
  if (need['kind'] !== 'waiting' || !draft) return null
  return { kind: 'waiting', receipt, draft, problem: word(need['problem']) || null }
}

/** A form as it was kept; null when that is not one. */
export function readDraft(value: unknown): NeedDraft | null {
  const draft = (value ?? {}) as Record<string, unknown>
  if (typeof draft['text'] !== 'string') return null
  return {
    text: draft['text'],
    targetGroup: word(draft['targetGroup']),
    place: word(draft['place']),
    name: word(draft['name']),
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
