import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { boardOf } from '../../shared/board/board.ts'
import { freePlace } from '../../shared/board/free-place.ts'
import { LIMITS } from '../../shared/board/schema.ts'
import { newId, type CardId } from '../../shared/ids.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { hashOf, newSecret } from '../access/secrets.ts'
import { isAnonymous } from '../access/who.ts'
import type { House } from '../house.ts'
import type { ContributionEntry } from '../store/registry-data.ts'
import { addContribution, contributionByReceiptHash } from '../store/registry-contributions.ts'
import { filledLine, line, readJson } from './body.ts'
import type { Env } from './env.ts'
import { actorOf, refuseArchived, type Guards } from './guard.ts'
import { seat } from './participants.ts'
import { boardFull, noSuchThing, receiptTaken } from './problems.ts'
import { readPlan } from './reading.ts'

const MAX_RECEIPTS = 50

export const newNeed = z.strictObject({
  text: filledLine(LIMITS.title + LIMITS.body),
  targetGroup: line(LIMITS.text).optional(),
  place: line(LIMITS.text).optional(),
  source: line(LIMITS.text).optional(),
  name: line(80).optional(),
  /**
   * Chosen by who sends: 32 random bytes as base64url. A phone whose network went before the answer came sends again with
   * the same one, and it is the same need.
   */
  receipt: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
})

/** What became of a need that somebody sent, in the words of domain.md §3. */
export interface NeedState {
  readonly receipt: string
  readonly id: CardId
  readonly title: string
  readonly state: 'raised' | 'merged' | 'answered' | 'financed' | 'notTakenUp' | 'removed'
  /** Titles of the actions that answer it. */
  readonly actions: readonly string[]
  /** What is assigned to those actions; null unless financed. */
  readonly cents: number | null
  /** Title of the need that now speaks for it. */
  readonly into: string | null
  readonly because: string | null
  readonly at: string
}

/** Needs sent from phones: the server writes the card, because a contributor holds no writable document. */
export function needs(house: House, guards: Guards): Hono<Env> {
  const { registry, rooms } = house
  const app = new Hono<Env>()
  /** Needs on their way to the disk, by the hash of the receipt their sender chose. */
  const arriving = new Map<string, Promise<CardId>>()

  app.post('/:id/needs', guards.member('contributor'), async (c) => {
    const need = await readJson(c, newNeed)
    const { board } = c.get('member')
    const receipt = need.receipt ?? newSecret()
    const hash = hashOf(receipt)
    const sent = contributionByReceiptHash(registry, hash)
    if (sent && sent.board !== board.id) throw receiptTaken()
    const known = sent?.card ?? arriving.get(hash)
    if (known !== undefined) return c.json({ id: await known, receipt }, 200)
    refuseArchived(c)
    const adding = add(c, need, hash)
    arriving.set(hash, adding)
    try {
      return c.json({ id: await adding, receipt }, 201)
    } finally {
      arriving.delete(hash)
    }
  })

  /** Writes the card, then the receipt; resolves with the card once both are durable. */
  async function add(c: Context<Env>, need: z.infer<typeof newNeed>, hash: string): Promise<CardId> {
    const { board } = c.get('member')
    let participant = actorOf(c)
    if (need.name && isAnonymous(participant))
      participant = (await seat(house, board.id, need.name, '')).entry.id
    const [title, body] = splitAt(need.text, LIMITS.title)
    const id = newId<CardId>()
    await rooms.use(board.id, (room) =>
      room.change(participant, (doc, origin) => {
        if (room.isFull) throw boardFull()
        const added = addCard(
          doc,
          {
            id,
            kind: 'need',
            at: freePlace(boardOf(doc), 'need'),
            title,
            body,
            fields: {
              ...(need.targetGroup && { targetGroups: [need.targetGroup] }),
              ...(need.place && { places: [need.place] }),
              ...((need.source || need.name) && { source: need.source || need.name }),
            },
          },
          origin,
        )
        if (added === null) throw boardFull()
      }),
    )
    await addContribution(registry, {
      id: hash,
      board: board.id,
      card: id,
      participant,
      at: new Date(house.now()).toISOString(),
    })
    return id
  }

  app.get('/:id/needs', guards.member('contributor'), async (c) => {
    const receipts = (c.req.query('receipts') ?? '').split(',').filter(Boolean).slice(0, MAX_RECEIPTS)
    const { board } = c.get('member')
    const found = receipts.flatMap((receipt) => {
      const sent = contributionByReceiptHash(registry, hashOf(receipt))
      return sent?.board === board.id ? [{ receipt, sent }] : []
    })
    const plan = found.length > 0 ? await readPlan(house, board) : null
    return c.json({ needs: plan ? found.map(({ receipt, sent }) => stateOf(plan, receipt, sent)) : [] })
  })

  app.get('/:id/needs/:receipt', guards.member('contributor'), async (c) => {
    const receipt = c.req.param('receipt')
    const { board } = c.get('member')
    const sent = contributionByReceiptHash(registry, hashOf(receipt))
    if (sent?.board !== board.id)
      throw noSuchThing(
        'Non c’è nessuna segnalazione con questa ricevuta.',
        'No need was sent with this receipt.',
      )
    return c.json(stateOf(await readPlan(house, board), receipt, sent))
  })

  return app
}

function stateOf(plan: Plan, receipt: string, { card, at }: ContributionEntry): NeedState {
  const need = plan.needs.find(({ id }) => id === card)
  const blank = {
    receipt,
    id: card,
    title: need?.title ?? '',
    actions: [],
    cents: null,
    into: null,
    because: null,
    at,
  }
  if (!need) return { ...blank, state: 'removed' }
  const { fate } = need
  const titles = (ids: readonly CardId[]): string[] =>
    ids.flatMap((id) => plan.actions.find((action) => action.id === id)?.title ?? [])
  switch (fate.kind) {
    case 'raised':
      return { ...blank, state: 'raised' }
    case 'merged': {
      // What became of the need that speaks for it is what became of this one.
      const into = plan.needs.find(({ id }) => id === fate.into)
      const state = into ? stateOf(plan, receipt, { card: into.id, at } as ContributionEntry) : blank
      const kind = 'state' in state && state.state !== 'raised' ? state.state : 'merged'
      return { ...state, id: card, title: need.title, state: kind, into: into?.title ?? null }
    }
    case 'answered':
      return { ...blank, state: 'answered', actions: titles(fate.actions) }
    case 'financed':
      return { ...blank, state: 'financed', actions: titles(fate.actions), cents: fate.cents }
    case 'notTakenUp':
      return { ...blank, state: 'notTakenUp', because: fate.because }
  }
}

/** Cuts at the last space before the limit: what does not fit a title goes to the body. */
function splitAt(text: string, limit: number): [string, string] {
  if (text.length <= limit) return [text, '']
  const space = text.lastIndexOf(' ', limit)
  const at = space > limit / 2 ? space : limit
  return [text.slice(0, at).trim(), text.slice(at).trim()]
}
