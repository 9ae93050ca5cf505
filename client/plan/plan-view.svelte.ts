import type * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { CardId } from '../../shared/ids.ts'
import { PROGRAMMES, programmeById } from '../../shared/programme/programmes.ts'
import type { Programme } from '../../shared/programme/programme.ts'

const REST_MS = 120
/** While a large board changes all the time, the plan takes at most one part in this many of the page's time. */
const SHARE = 5

/** The plan of the board, computed again when the board has rested a moment. The same functions run on the server. */
export class PlanView {
  #board: Board
  #plan: Plan
  #timer: ReturnType<typeof setTimeout> | undefined
  #lastMs = 0
  readonly #stop: () => void
  /** Findings that ask for something, by card. */
  readonly #openByCard = $derived.by(() => groupByCard(this.#plan.findings))

  constructor(private readonly doc: Y.Doc) {
    const board = boardOf(doc)
    this.#board = $state.raw(board)
    this.#plan = $state.raw(planOf(board, programmeOf(board)))
    const later = (): void => {
      this.#timer ??= setTimeout(() => this.refresh(), Math.max(REST_MS, this.#lastMs * SHARE))
    }
    doc.on('update', later)
    this.#stop = () => doc.off('update', later)
  }

  get board(): Board {
    return this.#board
  }

  get plan(): Plan {
    return this.#plan
  }

  /** What asks for something: failed, or not yet known; information and what holds is left out. */
  get open(): readonly Finding[] {
    return this.#plan.findings.filter(isOpen)
  }

  openOf(card: CardId): readonly Finding[] {
    return this.#openByCard.get(card) ?? []
  }

  /** Computes at once: before an export. */
  refresh(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const begun = performance.now()
    this.#board = boardOf(this.doc)
    this.#plan = planOf(this.#board, programmeOf(this.#board))
    this.#lastMs = performance.now() - begun
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop()
  }
}

export const isOpen = (finding: Finding): boolean =>
  finding.verdict !== 'holds' && finding.severity !== 'information'

/** A board whose programme this version does not know is read with the first pack rather than not at all. */
export function programmeOf(board: Board): Programme {
  const programme = programmeById(board.header.programme) ?? PROGRAMMES[0]
  if (!programme) throw new Error('no programme pack is shipped')
  return programme
}

function groupByCard(findings: readonly Finding[]): Map<CardId, Finding[]> {
  const groups = new Map<CardId, Finding[]>()
  for (const finding of findings) {
    if (!isOpen(finding)) continue
    for (const card of finding.cards) groups.set(card, [...(groups.get(card) ?? []), finding])
  }
  return groups
}
