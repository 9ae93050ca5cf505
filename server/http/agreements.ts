import { Hono, type Context } from 'hono'
import { z } from 'zod'
import {
  ANSWERS,
  isConsent,
  maySpeak,
  standingsOf,
  type Act,
  type End,
} from '../../shared/agreement/agreement.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { CardId, ParticipantId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import {
  MAX_ACTS,
  addAgreement,
  agreementById,
  agreementsOf,
  changeAgreement,
} from '../store/registry-agreements.ts'
import type { AgreementEntry, BoardEntry } from '../store/registry-data.ts'
import { participantById, participantsOf } from '../store/registry-participants.ts'
import { recordAgreements } from '../sitting/agreement-record.ts'
import { removeVersion } from '../store/registry-versions.ts'
import { shownAgreement } from './agreements-shown.ts'
import { filledLine, filledText, line, readJson } from './body.ts'
import type { Env } from './env.ts'
import { freeze, inputOfState } from './frozen.ts'
import { actorOf, refuseArchived, type Guards } from './guard.ts'
import { createPlanChanges } from './plan-changes.ts'
import {
  agreementEnded,
  agreementOpen,
  nobodyAgreed,
  noSuchMoment,
  noSuchThing,
  notDelegate,
  participantNeeded,
  reasonNeeded,
  tooMany,
  wrongInput,
} from './problems.ts'
import { keepVersion } from './versions.ts'
import { mayWrite } from '../../shared/protocol/messages.ts'

const card = z.string().min(1).max(100)

export const newAgreement = z.strictObject({
  label: filledLine(80),
  note: line(500).default(''),
  /** Ids of the partners' cards that are asked; all of the plan without it. */
  partners: z.array(card).min(1).max(200).optional(),
  seq: z.int().min(1).optional(),
})
export const newDelegate = z.strictObject({ participant: z.string().max(100).nullable() })
export const newStatement = z.strictObject({
  answer: z.enum(ANSWERS),
  reason: filledText(1_000).or(z.literal('')).default(''),
})
export const agreementEnd = z.strictObject({ outcome: z.enum(['agreed', 'withdrawn']) })

/** A version of the plan, put to the partners: proposed, answered for each of them by a delegate, agreed or withdrawn. */
export function agreements(house: House, guards: Guards): Hono<Env> {
  const { registry, rooms, stories, vault } = house
  const hasChanged = createPlanChanges(house)
  const app = new Hono<Env>()

  app.get('/:id/agreements', guards.member('viewer'), async (c) => {
    const { board, role } = c.get('member')
    const all = [...agreementsOf(registry, board.id)].reverse()
    /** What the table is measured against: the proposal that is open, else what was agreed last. */
    const newest = all.find(({ end }) => end?.outcome !== 'withdrawn')
    return c.json({
      agreements: all.map((one) => shownAgreement(registry, one)),
      changed: newest ? await hasChanged(board, newest) : null,
      ...(role === 'facilitator' && { people: peopleOf(board) }),
    })
  })

  app.post('/:id/agreements', guards.member('facilitator'), async (c) => {
    const { label, note, partners, seq } = await readJson(c, newAgreement)
    refuseArchived(c)
    const { board } = c.get('member')
    if (agreementsOf(registry, board.id).some(({ end }) => end === null)) throw agreementOpen()
    const moment = await momentOf(board, seq)
    const at = now()
    const input = inputOfState(board, moment.state, at)
    const parties = partiesOf(input.plan, partners)
    const kept = await freeze(house, board.id, input)
    const by = actorOf(c)
    const version = await keepVersion(house, board.id, moment, { label, note, by, automatic: false })
    const added = await addAgreement(registry, {
      id: version.id,
      board: board.id,
      seq: moment.seq,
      label,
      note,
      at,
      by,
      ...kept,
      cents: input.plan.ledger.totalCents,
      parties,
      acts: [],
      recorded: 0,
      end: null,
    })
    if (typeof added === 'string') {
      await removeVersion(registry, board.id, version.id)
      throw added === 'open'
        ? agreementOpen()
        : tooMany(
            'Su questo tavolo sono già state proposte troppe versioni: per proporne altre aprine uno nuovo dal file board.json.',
            'Too many versions were proposed at this board already: to propose more, open a new one from board.json.',
          )
    }
    return told(c, added, 201)
  })

  app.put('/:id/agreements/:agreement/delegates/:partner', guards.member('facilitator'), async (c) => {
    const { participant } = await readJson(c, newDelegate)
    const delegate = participant as ParticipantId | null
    const { board } = c.get('member')
    if (delegate !== null && participantById(registry, delegate)?.board !== board.id)
      throw wrongInput('participant', {
        it: 'participant: a questo tavolo non c’è più questa persona: scegline un’altra.',
        en: 'participant: this person is no longer at this board: choose another one.',
      })
    const party = partyOf(c)
    return act(c, (before) => ({
      end: null,
      acts: [...before.acts, { what: 'named', party, delegate, by: actorOf(c), at: now() }],
    }))
  })

  app.put('/:id/agreements/:agreement/statements/:partner', guards.member('viewer'), async (c) => {
    const { answer, reason } = await readJson(c, newStatement)
    if (answer === 'object' && reason === '') throw reasonNeeded()
    const { participant: by, role } = c.get('member')
    if (by === null) throw participantNeeded()
    const party = partyOf(c)
    return act(c, (before) => {
      if (!maySpeak(before, party, by, mayWrite(role))) throw notDelegate()
      const at = now()
      const acts: Act[] = [...before.acts, { what: 'said', party, answer, reason, by, at }]
      const end: End | null = isConsent({ ...before, acts }) ? { outcome: 'agreed', at, by: null } : null
      return { acts, end }
    })
  })

  app.post('/:id/agreements/:agreement/end', guards.member('facilitator'), async (c) => {
    const { outcome } = await readJson(c, agreementEnd)
    return act(c, (before) => {
      if (outcome === 'agreed' && !standingsOf(before).some(({ said }) => said?.answer === 'agree'))
        throw nobodyAgreed()
      return { acts: before.acts, end: { outcome, at: now(), by: actorOf(c) } }
    })
  })

  app.get('/:id/agreements/:agreement/plan', guards.member('viewer'), async (c) => {
    const { board } = c.get('member')
    const agreement = agreementById(registry, board.id, c.req.param('agreement'))
    if (!agreement) throw noSuchAgreement()
    const text = await vault.read(board.id, agreement.planSha256)
    return c.body(text, 200, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${agreement.planSha256}.json"`,
    })
  })

  /** Changes an open agreement and tells everybody at the table. */
  async function act(
    c: Context<Env>,
    change: (before: AgreementEntry) => { acts: readonly Act[]; end: End | null },
  ): Promise<Response> {
    refuseArchived(c)
    const { board } = c.get('member')
    const after = await changeAgreement(registry, board.id, c.req.param('agreement') ?? '', (before) => {
      if (!before) throw noSuchAgreement()
      if (before.end !== null) throw agreementEnded()
      const { acts, end } = change(before)
      if (acts.length > MAX_ACTS)
        throw tooMany(
          'Su questa versione sono già state date troppe risposte: concludila o ritirala.',
          'Too many answers were given on this version: end or withdraw it.',
        )
      return { acts: [...acts], end }
    })
    return told(c, after, 200)
  }

  async function told(c: Context<Env>, agreement: AgreementEntry, status: 200 | 201): Promise<Response> {
    await recordAgreements(house, agreement.board)
    await rooms.use(agreement.board, async (room) =>
      room.people.tellAll({ type: 'event', name: 'agreements', detail: agreement.id }),
    )
    return c.json(shownAgreement(registry, agreement), status)
  }

  /** The card of the partner in the address, which was asked. */
  function partyOf(c: Context<Env>): CardId {
    const { board } = c.get('member')
    const agreement = agreementById(registry, board.id, c.req.param('agreement') ?? '')
    if (!agreement) throw noSuchAgreement()
    const party = agreement.parties.find((one) => one.card === c.req.param('partner'))
    if (party) return party.card
    throw noSuchThing(
      'A questo partner la versione non è stata proposta: proponine una che lo comprenda.',
      'This version was not proposed to that partner: propose one that includes it.',
    )
  }

  async function momentOf(board: BoardEntry, seq: number | undefined) {
    const mark = await stories.mark(board.id, seq)
    const moment = mark && (await stories.at(board.id, mark.seq))
    if (!moment) throw noSuchMoment()
    return moment
  }

  /** Who sat down with a name, for the facilitator to choose delegates from. */
  const peopleOf = (board: BoardEntry) =>
    participantsOf(registry, board.id)
      .filter(({ name }) => name !== '')
      .map(({ id, name, organisation, colour }) => ({ id, name, organisation, colour }))

  const now = (): string => new Date(house.now()).toISOString()

  return app
}

function partiesOf(plan: Plan, wanted: readonly string[] | undefined): AgreementEntry['parties'] {
  const chosen = plan.partners.filter(({ id }) => wanted?.includes(id) ?? true)
  const unknown = wanted?.find((id) => !plan.partners.some((partner) => partner.id === id))
  if (unknown !== undefined || chosen.length === 0)
    throw wrongInput('partners', {
      it: `partners: ${unknown === undefined ? 'nel piano non c’è ancora nessun partner a cui proporlo: aggiungi prima le loro schede' : `nel piano non c’è il partner «${unknown}»`}.`,
      en: `partners: ${unknown === undefined ? 'the plan has no partner yet to propose it to: add their cards first' : `the plan has no partner “${unknown}”`}.`,
    })
  return chosen.map(({ id, title }) => ({ card: id, name: title.trim() || 'Senza titolo' }))
}

export const noSuchAgreement = () =>
  noSuchThing(
    'A questo tavolo non è stata proposta nessuna versione così: ricarica l’elenco.',
    'No such version was proposed at this board: load the list again.',
  )
