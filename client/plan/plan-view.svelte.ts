import type * as Y from 'yjs'
import type { Board } from '../../shared/board/board.ts'
import { CARD, cardsOf } from '../../shared/board/schema.ts'
import type { CardId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import { groupedBy } from '../../shared/plan/grouped-by.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { planOf } from '../../shared/plan/plan-of.ts'
import { calls, toneOf } from '../../shared/plan/tone.ts'
import { uncheckedPlan } from '../../shared/plan/unchecked-plan.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { BoardReader } from './board-reader.ts'
import { membersOf } from './delta.ts'
import { PlanBeside } from './plan-beside.ts'

/** How long the board rests before its plan is computed: verdicts are there 100 ms after an edit. */
const REST_MS = 40
/** The same after cards were only moved, from the last move: that changes in what order things are read, and no verdict. */
const MOVED_MS = 500
/** Somebody who looks at lists while others move cards all the time still sees their order. */
const MOVED_MOST_MS = 5000
/** While a board changes all the time, the plan takes at most one part in this many of the page's time. */
const SHARE = 5
/** What takes longer than a frame is computed beside the page. */
const FRAME_MS = 16

const NONE: readonly Finding[] = []

/** The plan with its rules, once `withRules` has loaded them: a board is shown before its verdicts, and without them. */
let checkedPlan: typeof planOf | null = null

/**
 * The plan of the board, computed again when the board has rested a moment: here while that is quick, in a worker when
 * the board is large, here again should the worker fail. The same functions run on the server. There are no findings
 * until somebody has called `withRules`.
 */
export class PlanView {
  readonly #reader: BoardReader
  #plan: Plan
  /** The board that the plan was read with, or read again for it when it came from the worker. */
  #read: { readonly plan: Plan; readonly board: Board } | null = null
  /** Whether the last plan was computed here. */
  #readHere = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the timer goes off, on the clock of `performance.now()`. */
  #due = Infinity
  /** Since when cards were only moved; null when the plan that is due has more to tell. */
  #movedSince: number | null = null
  #beside: PlanBeside | null = null
  #mayBeBeside = typeof Worker !== 'undefined'
  /** A plan is on its way from the worker; the board has changed since it was asked for. */
  #waiting = false
  #stale: 'no' | 'moved' | 'edited' = 'no'
  #checked = checkedPlan !== null
  #lastMs = 0
  #lastEnd = 0
  readonly #stop: () => void
  /** By itself: when the same findings come again, they are not sorted again. */
  readonly #findings = $derived.by(() => membersOf(this.#plan.findings))
  readonly #failing = $derived.by(() => this.#findings.filter(calls))
  readonly #unknown = $derived.by(() => this.#findings.filter((one) => toneOf(one) === 'open'))
  readonly #failingByCard = $derived.by(() => groupedBy(this.#failing, ({ cards }) => cards))
  readonly #unknownByCard = $derived.by(() => groupedBy(this.#unknown, ({ cards }) => cards))

  constructor(private readonly doc: Y.Doc) {
    this.#reader = new BoardReader(doc)
    this.#plan = $state.raw(readPlan(this.#reader.read()))
    const later = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void =>
      this.#later(isOnlyMoves(transaction, doc) ? 'moved' : 'edited')
    doc.on('update', later)
    this.#stop = () => doc.off('update', later)
  }

  /** The board as plain values, read when somebody asks and again when the plan changes. */
  get board(): Board {
    if (this.#read?.plan !== this.#plan) this.#read = { plan: this.#plan, board: this.#reader.read() }
    return this.#read.board
  }

  get plan(): Plan {
    return this.#plan
  }

  /** How many findings call: failed errors and warnings. */
  get failing(): number {
    return this.#failing.length
  }

  /** How many questions nobody has answered yet. */
  get unknown(): number {
    return this.#unknown.length
  }

  failingOf(card: CardId): readonly Finding[] {
    return this.#failingByCard.get(card) ?? NONE
  }

  unknownOf(card: CardId): readonly Finding[] {
    return this.#unknownByCard.get(card) ?? NONE
  }

  /** Loads the rules, once for the page, and lets them speak on this board. Rejects when they cannot be fetched. */
  async withRules(): Promise<void> {
    checkedPlan ??= (await import('../../shared/plan/plan-of.ts')).planOf
    if (this.#checked) return
    // A large board is not computed here.
    if (this.#beside) this.#later()
    else this.refresh()
  }

  /** Computes here and at once: before an export. */
  refresh(): void {
    this.#forget()
    const begun = performance.now()
    const board = this.#reader.read()
    const plan = readPlan(board)
    this.#checked = checkedPlan !== null
    this.#read = { plan, board }
    this.#readHere = true
    this.#plan = plan
    this.#lastEnd = performance.now()
    this.#lastMs = this.#lastEnd - begun
    if (this.#lastMs > FRAME_MS) this.#goBeside()
  }

  close(): void {
    this.#forget()
    this.#beside?.close()
    this.#stop()
  }

  #later(what: 'moved' | 'edited' = 'edited'): void {
    if (this.#waiting) {
      if (this.#stale !== 'edited') this.#stale = what
      return
    }
    const now = performance.now()
    if (what === 'moved') {
      // What is due sooner and for more tells this as well.
      if (this.#due < Infinity && this.#movedSince === null) return
      const since = this.#movedSince ?? now
      this.#computeAt(Math.max(Math.min(now + MOVED_MS, since + MOVED_MOST_MS), this.#busyUntil()), now)
      this.#movedSince = since
      return
    }
    const due = Math.max(now + (this.#beside ? 0 : REST_MS), this.#busyUntil())
    if (due < this.#due) this.#computeAt(due, now)
    this.#movedSince = null
  }

  #computeAt(due: number, now: number): void {
    this.#forget()
    this.#due = due
    if (due > now) this.#timer = setTimeout(() => this.#compute(), due - now)
    // Before the page draws the edit: the worker counts meanwhile.
    else queueMicrotask(() => this.#due === due && this.#compute())
  }

  /** The first edit after a rest is answered at once; a stream of them leaves the page its time. */
  #busyUntil(): number {
    return this.#lastEnd + (this.#beside ? REST_MS : this.#lastMs * SHARE)
  }

  #compute(): void {
    if (!this.#beside) {
      this.refresh()
      return
    }
    this.#forget()
    this.#waiting = true
    this.#stale = 'no'
    this.#beside.ask()
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#due = Infinity
    this.#movedSince = null
  }

  #goBeside(): void {
    if (this.#beside || !this.#mayBeBeside) return
    try {
      this.#beside = new PlanBeside(
        this.doc,
        (plan) => this.#take(plan),
        () => this.#comeBack(),
      )
    } catch {
      // A browser that allows no module workers computes here.
      this.#mayBeBeside = false
    }
  }

  #take(plan: Plan): void {
    this.#waiting = false
    // From the first answer on nobody computes here: what was read for that, and what was made of it, is not needed.
    if (this.#readHere) {
      this.#readHere = false
      this.#read = null
      this.#reader.forget()
    }
    this.#checked = true
    this.#plan = plan
    this.#lastEnd = performance.now()
    if (this.#stale !== 'no') this.#later(this.#stale)
  }

  #comeBack(): void {
    this.#beside = null
    this.#mayBeBeside = false
    this.#waiting = false
    this.#later()
  }
}

/** Whether a change only moves cards or draws frames larger. */
const isOnlyMoves = ({ changed }: Y.Transaction, doc: Y.Doc): boolean =>
  [...changed].every(
    ([type, keys]) =>
      type.parent === cardsOf(doc) && [...keys].every((key) => key === CARD.at || key === CARD.size),
  )

function readPlan(board: Board): Plan {
  const programme = programmeOf(board.header)
  return checkedPlan?.(board, programme) ?? { ...uncheckedPlan(board, programme), findings: NONE }
}
