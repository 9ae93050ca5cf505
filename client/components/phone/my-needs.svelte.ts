import { ApiError } from '../../api.ts'
import { m } from '../../paraglide/messages.js'
import { readStoredJson, writeStored } from '../../stored.ts'
import { askFates, newReceipt, postNeed, type NeedFate } from './needs-api.ts'
import {
  nextToSend,
  readNeeds,
  received,
  refused,
  withDraft,
  without,
  type MyNeed,
  type NeedDraft,
} from './needs-queue.ts'
import { troubleOf, type PhoneBoard, type Trouble } from './phone-board.ts'
import { whyOf } from '../../why.ts'

const ASK_MS = 30_000
const AGAIN_MS = 10_000

/** Why what waits is still waiting. */
type Waiting = 'none' | 'sending' | 'offline' | 'server' | 'later' | Trouble

/**
 * The needs written on this phone: a queue that survives a closed page, sent one by one and oldest first, and what
 * became of those received. Every step reads the kept list first, because two pages may be open.
 */
export class MyNeeds {
  #list = $state.raw<readonly MyNeed[]>([])
  #fates = $state.raw<ReadonlyMap<string, NeedFate>>(new Map())
  #waiting = $state.raw<Waiting>('none')
  /** What the server said, when it will take them later. */
  #why = $state.raw('')
  #sending = false
  /** Whether this browser keeps the list when the page is closed. */
  #kept = $state.raw(true)
  readonly #name: string
  readonly #stop: () => void

  constructor(
    private readonly board: PhoneBoard,
    private readonly onTrouble: (trouble: Trouble) => void,
  ) {
    this.#name = `tavolo.needs.${board.id}`
    this.#list = this.#read()
    const wake = (): void => {
      if (document.visibilityState === 'visible') void this.work()
    }
    const stored = (event: StorageEvent): void => {
      if (event.key === this.#name) this.#list = this.#read()
    }
    const asking = setInterval(wake, ASK_MS)
    const again = setInterval(() => {
      if (nextToSend(this.#list)) void this.send()
    }, AGAIN_MS)
    addEventListener('online', wake)
    addEventListener('storage', stored)
    document.addEventListener('visibilitychange', wake)
    this.#stop = () => {
      clearInterval(asking)
      clearInterval(again)
      removeEventListener('online', wake)
      removeEventListener('storage', stored)
      document.removeEventListener('visibilitychange', wake)
    }
  }

  get list(): readonly MyNeed[] {
    return this.#list
  }

  /** Why what waits is not on the server yet, in words. */
  get waitingWords(): string {
    switch (this.#waiting) {
      case 'none':
      case 'sending':
        return m.phone_sending()
      case 'offline':
        return this.#kept ? m.phone_waiting_kept() : m.phone_waiting_not_kept()
      case 'server':
        return m.phone_waiting_server()
      case 'later':
        return m.phone_waiting_later({ why: this.#why })
      case 'refused':
        return m.phone_waiting_link()
      case 'readOnly':
      case 'noLink':
        return m.phone_waiting_read_only()
      case 'missing':
        return m.phone_waiting_nowhere()
    }
  }

  /** The cards that these needs became. */
  get cards(): ReadonlySet<string> {
    return new Set([...this.#fates.values()].map(({ id }) => id))
  }

  fateOf(receipt: string): NeedFate | undefined {
    return this.#fates.get(receipt)
  }

  /** Sends what waits and asks what became of the rest. */
  async work(): Promise<void> {
    await this.send()
    await this.ask()
  }

  /** Puts a need in the queue and sends it; resolves to whether the server has it. */
  async add(draft: NeedDraft): Promise<boolean> {
    const receipt = newReceipt()
    this.#change((list) => withDraft(list, receipt, draft))
    await this.send()
    return this.#list.some((need) => need.receipt === receipt && need.kind === 'received')
  }

  /** Takes a need that was not sent out of the queue and gives its words back. */
  takeBack(receipt: string): NeedDraft | null {
    const need = this.#list.find((one) => one.receipt === receipt)
    this.#change((list) => without(list, receipt))
    return need?.kind === 'waiting' ? need.draft : null
  }

  async send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    try {
      for (;;) {
        this.#list = this.#read()
        const next = nextToSend(this.#list)
        if (!next) {
          this.#waiting = 'none'
          return
        }
        this.#waiting = 'sending'
        await postNeed(this.board, next.receipt, next.draft)
        this.#change((list) => received(list, next.receipt))
      }
    } catch (error) {
      this.#notSent(error)
    } finally {
      this.#sending = false
    }
  }

  async ask(): Promise<void> {
    const receipts = this.#list.flatMap((need) => (need.kind === 'received' ? [need.receipt] : []))
    if (receipts.length === 0) return
    try {
      this.#fates = await askFates(this.board, receipts)
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble) this.onTrouble(trouble)
    }
  }

  close(): void {
    this.#stop()
  }

  #notSent(error: unknown): void {
    const trouble = troubleOf(error)
    const next = nextToSend(this.#list)
    const isLater = error instanceof ApiError && [409, 429].includes(error.status)
    if (isLater) this.#why = whyOf(error)
    const offline = error instanceof ApiError && error.status === 0
    this.#waiting = trouble ?? (isLater ? 'later' : offline ? 'offline' : 'server')
    if (trouble) this.onTrouble(trouble)
    // 409 and 429 pass by themselves or with the table; the other refusals are about the words themselves.
    else if (next && error instanceof ApiError && [400, 413, 415, 422].includes(error.status)) {
      this.#change((list) => refused(list, next.receipt, whyOf(error)))
      this.#waiting = 'none'
    }
  }

  #read(): readonly MyNeed[] {
    return this.#kept ? readNeeds(readStoredJson(this.#name)) : this.#list
  }

  #change(change: (list: readonly MyNeed[]) => readonly MyNeed[]): void {
    this.#list = change(this.#read())
    this.#kept = writeStored(this.#name, JSON.stringify(this.#list))
  }
}
