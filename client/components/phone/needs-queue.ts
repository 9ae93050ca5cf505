/** What somebody wrote on the phone page: one mandatory text, the rest if they like. */
export interface NeedDraft {
  readonly text: string
  readonly targetGroup: string
  readonly place: string
  readonly name: string
}

/** One need of this phone, from the moment "Invia" is pressed. */
export type MyNeed =
  /** Not on the server yet. `problem` is the server's sentence when it said no to this text. */
  | {
      readonly kind: 'waiting'
      readonly local: string
      readonly draft: NeedDraft
      readonly problem: string | null
    }
  /** On the server's disk; the receipt is what lets this phone ask what became of it. */
  | { readonly kind: 'received'; readonly local: string; readonly text: string; readonly receipt: string }

/** Not on the server yet. `problem` is the server's sentence when it said no to this text. */
export interface WaitingNeed {
  readonly kind: 'waiting'
  readonly local: string
  readonly draft: NeedDraft
  readonly problem: string | null
}

/** Puts a need at the head of the list, waiting to be sent. */
export const withDraft = (needs: readonly MyNeed[], local: string, draft: NeedDraft): MyNeed[] => [
  { kind: 'waiting', local, draft, problem: null },
  ...needs,
]

/** The next one to send: the oldest that the server has not refused. */
export const nextToSend = (needs: readonly MyNeed[]): Extract<MyNeed, { kind: 'waiting' }> | null =>
  (needs.findLast((need): need is WaitingNeed => need.kind === 'waiting' && need.problem === null) as Extract<
    MyNeed,
    { kind: 'waiting' }
  > | null) ?? null

export const received = (needs: readonly MyNeed[], local: string, receipt: string): MyNeed[] =>
  needs.map((need) =>
    need.local === local && need.kind === 'waiting'
      ? { kind: 'received', local, text: need.draft.text, receipt }
      : need,
  )

export const refused = (needs: readonly MyNeed[], local: string, problem: string): MyNeed[] =>
  needs.map((need) => (need.local === local && need.kind === 'waiting' ? { ...need, problem } : need))

export const without = (needs: readonly MyNeed[], local: string): MyNeed[] =>
  needs.filter((need) => need.local !== local)

/** The needs that a phone kept, read field by field: what is not one is left out. */
export function readNeeds(value: unknown): MyNeed[] {
  return Array.isArray(value) ? value.map(readNeed).filter((need) => need !== null) : []
}

function readNeed(value: unknown): MyNeed | null {
  const need = (value ?? {}) as Record<string, unknown>
  if (typeof need['local'] !== 'string') return null
  const local = need['local']
  if (need['kind'] === 'received' && typeof need['text'] === 'string' && typeof need['receipt'] === 'string')
    return { kind: 'received', local, text: need['text'], receipt: need['receipt'] }
  const draft = readDraft(need['draft'])
  if (need['kind'] !== 'waiting' || !draft) return null
  return { kind: 'waiting', local, draft, problem: word(need['problem']) || null }
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
