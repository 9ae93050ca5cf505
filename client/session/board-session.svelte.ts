import { SvelteMap } from 'svelte/reactivity'
import * as Y from 'yjs'
import type { BoardId, CardId } from '../../shared/ids.ts'
import { mayWrite, type Role } from '../../shared/protocol/messages.ts'
import { api } from '../api.ts'
import { AlsoMine } from '../board/also-mine.svelte.ts'
import { BoardIndex } from '../board/board-index.ts'
import { BoardView } from '../board/board-view.svelte.ts'
import { Camera } from '../board/camera.svelte.ts'
import { personName } from '../board/person-name.ts'
import { Presence } from '../board/presence.svelte.ts'
import { Selection } from '../board/selection.svelte.ts'
import { Talk } from '../board/talk.svelte.ts'
import { Filters } from '../find/filters.svelte.ts'
import { m } from '../paraglide/messages.js'
import { PlanView } from '../plan/plan-view.svelte.ts'
import { Connection } from '../sync/connection.svelte.ts'
import { copyName, LocalCopy } from '../sync/local-copy.svelte.ts'
import { Toolbox } from '../tools/toolbox.svelte.ts'
import type { Asked } from './asked.ts'
import { askSpeakers, learnSpeakers } from './learn-speakers.ts'
import { isPhone } from './is-phone.ts'
import type { LinkedPlace } from './place-link.ts'
import type { RememberedBoard } from './remembered.ts'
import { keptAside, type SetAside } from './kept-aside.ts'
import { Undo } from './undo.svelte.ts'
import { Unread } from './unread.svelte.ts'

export interface AuthorOf {
  readonly name: string
  readonly organisation: string
  /** Empty of the server itself, and of somebody whose name was erased. */
  readonly colour: string
  readonly at: string
}

/** Who made a card, as it is shown: name and organisation, what is known of them, or which guest; empty when nobody knows. */
export const authorWord = (author: AuthorOf | undefined): string =>
  [author?.name, author?.organisation].filter(Boolean).join(' · ') ||
  (author?.colour ? personName(author) : '')

/** Sheets of the plan: tables and drawings from which cards are opened in the panel beside. */
export const SHEETS = ['funds', 'checks', 'matrices', 'times', 'partners', 'trace', 'compare'] as const
/** The views of one board. */
export type View = 'board' | 'outline' | (typeof SHEETS)[number] | 'exports' | 'agreement' | 'story'

export const isSheet = (view: View): boolean => (SHEETS as readonly View[]).includes(view)

/** Within this time a browser that is back on the line asks what it missed. */
const AGAIN_MS = 2_000

/**
 * One open board: everything that lives as long as its screen, as named fields. Components reach it through
 * `context.ts` and call the commands of `shared/board/commands` inside `act`.
 */
export class BoardSession {
  readonly doc = new Y.Doc()
  readonly board: BoardView
  /** Where everything stands on the canvas, for finding what is under a point or in a view. */
  readonly index: BoardIndex
  readonly camera = new Camera()
  readonly selection = new Selection()
  readonly tools = new Toolbox()
  readonly plan: PlanView
  /** What came while this browser was away. */
  readonly unread: Unread
  /** What is said about cards. */
  readonly talk: Talk
  /** Of which needs people say that they are theirs too. */
  readonly alsoMine: AlsoMine
  readonly undo: Undo
  readonly copy: LocalCopy
  readonly connection: Connection
  readonly presence: Presence
  /** Who made each card, from the server's log. */
  readonly authors = new SvelteMap<CardId, AuthorOf>()
  /** What the canvas and the outline are filtered by; of this browser. */
  readonly filters: Filters
  /** Which view is shown; the canvas on a wide screen, the outline on a phone. */
  #view = $state.raw<View>(matchMedia('(max-width: 720px)').matches ? 'outline' : 'board')
  /** Where a link leads that was opened, until one is there. */
  place = $state.raw<LinkedPlace | null>(null)
  /** Whether the panel of the filters is open. */
  filtering = $state.raw(false)
  /** The window that is asked for, over whatever view. */
  asked = $state.raw<Asked | null>(null)
  /** Work of this person that the server refused, until they are done with it. */
  aside = $state.raw<SetAside | null>(null)
  /** Whether the browser keeps it too: otherwise closing this tab loses it. */
  asideKept = true
  /** Being taken anew from the server, after a refusal. */
  renewing = $state.raw(false)
  /** How often something was proposed, said or settled on a version of the plan. */
  agreementNews = $state.raw(0)
  #role = $state.raw<Role>('viewer')
  #wasWelcome = false
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(readonly me: RememberedBoard) {
    this.#role = me.role
    this.aside = keptAside(me)
    this.copy = new LocalCopy(copyName(me.id, me.generation, me.participant), this.doc)
    this.board = new BoardView(this.doc)
    this.index = new BoardIndex(this.board)
    this.plan = new PlanView(this.doc)
    this.filters = new Filters({
      id: me.id,
      plan: this.plan,
      authorOf: (id) => authorWord(this.authors.get(id)),
    })
    this.talk = new Talk(this.doc)
    this.alsoMine = new AlsoMine(me.id, me.key, me.token, this.board)
    this.undo = new Undo(this.doc)
    this.unread = new Unread(me.id, this.board, this.talk, () => this.connection.synced)
    this.connection = new Connection({
      board: me.id,
      doc: this.doc,
      key: me.key,
      token: me.token,
      generation: me.generation,
      onRole: (role) => this.#become(role),
      onWelcome: () => this.#hearAgain(),
      onCursors: (shown) => (this.presence.cursors = shown),
      wantsCursors: () => !isPhone(),
      onEvent: (event) => {
        if (event.name === 'authors') void this.loadAuthors()
        else if (event.name === 'comments') learnSpeakers(this.talk, event.detail)
        else if (event.name === 'reactions') this.alsoMine.learn(event.detail)
        else if (event.name === 'agreements') this.agreementNews++
      },
    })
    this.presence = new Presence(this.connection.provider.awareness, {
      name: me.name,
      organisation: me.organisation,
      colour: me.colour,
      participant: me.participant,
    })
  }

  get id(): BoardId {
    return this.me.id
  }

  get view(): View {
    return this.#view
  }

  set view(view: View) {
    // The panel beside a sheet is for what is opened from there.
    if (isSheet(view) && this.#view !== view) this.selection.clear()
    this.#view = view
  }

  get role(): Role {
    return this.#role
  }

  /** Whether this person's edits are accepted; nothing that writes is enabled otherwise. */
  get canWrite(): boolean {
    // What is written after a refusal would be saved nowhere.
    return mayWrite(this.#role) && this.connection.state.kind !== 'refused'
  }

  /** Loads this browser's copy, then the server's board. */
  async open(): Promise<void> {
    await this.copy.open()
    this.unread.arm()
    this.connection.open()
    this.#ask()
  }

  #ask(): void {
    this.#again = undefined
    void this.loadAuthors()
    void askSpeakers(this.talk, this.me.key, this.id)
    void this.alsoMine.ask()
  }

  /** Shows what another session of the same table showed. */
  lookAs({ view, camera, selection }: BoardSession): void {
    this.view = view
    this.camera.set(camera.state)
    this.selection.choose([...selection.cards].filter((id) => this.board.card(id)))
  }

  /** Runs one command as one undoable step, if this person may write. */
  act<T>(command: (doc: Y.Doc) => T): T | undefined {
    if (!this.canWrite) return undefined
    this.undo.step()
    return command(this.doc)
  }

  /** Runs a command of typing: consecutive ones become one undoable step. */
  type(command: (doc: Y.Doc) => void): void {
    if (this.canWrite) command(this.doc)
  }

  /** What one may do has changed, perhaps while one was writing: it is said. */
  #become(role: Role): void {
    const [could, can] = [mayWrite(this.#role), mayWrite(role)]
    this.#role = role
    if (could && !can) this.tools.say(m.role_reads_now(), 'trouble')
    if (!could && can) this.tools.say(m.role_writes_now())
  }

  /** Back on the line: of what the server keeps itself, nothing was told here meanwhile. */
  #hearAgain(): void {
    const wait = this.#wasWelcome || this.alsoMine.isMissing ? AGAIN_MS * Math.random() : null
    this.#wasWelcome = true
    // Not all browsers of a room at the same moment: a server that comes back has them all.
    if (wait !== null) this.#again ??= setTimeout(() => this.#ask(), wait)
  }

  async loadAuthors(): Promise<void> {
    try {
      const authors = await api<Record<string, AuthorOf>>(
        this.me.key,
        'GET',
        `/api/boards/${this.id}/authors`,
      )
      for (const [id, author] of Object.entries(authors)) this.authors.set(id as CardId, author)
    } catch {
      // Offline: names of authors are a courtesy and come with the next event.
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#again)
    this.presence.close()
    this.plan.close()
    this.index.close()
    this.unread.close()
    this.talk.close()
    this.alsoMine.close()
    this.board.close()
    this.undo.close()
    this.connection.close()
    await this.copy.close()
    this.doc.destroy()
  }
}
