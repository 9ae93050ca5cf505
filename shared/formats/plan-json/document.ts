import { groupedBy } from '../../plan/grouped-by.ts'
import type { Action, Commitment, Partner } from '../../plan/plan.ts'
import type { Board } from '../../board/board.ts'
import { boardRevision } from '../board-json/write.ts'
import { canonical, fingerprint } from '../canonical.ts'
import type { ExportInput } from '../format.ts'
import { actionPart, amountOrNull, interventionPart, needPart } from './actions.ts'
import { codesOf, type Codes } from './codes.ts'
import { budgetPart, fundPart, ledgerPart } from './money.ts'

/** What `plan.json` says, before it is text; its shape is `plan-1.schema.json`. */
export type PlanDocument = ReturnType<typeof planDocument>

/** The canonical plan of the board as it is. `plan.sha256` is the fingerprint of `hashedPlan`. */
export function planDocument(input: Omit<ExportInput, 'options'>) {
  const parts = planParts(input)
  const plan = { ...planHead(input), sha256: fingerprint(withoutAuthors(parts, planHead(input))) }
  const { $schema, schemaVersion, ...rest } = parts
  return { $schema, schemaVersion, exportedAt: input.exportedAt, plan, ...rest }
}

/** The fingerprint of the plan that a file is made from: as it was proposed, or as the board is. */
export const planSha256 = (input: ExportInput): string =>
  input.version?.sha256 ?? planDocument(input).plan.sha256

/**
 * What the fingerprint of a plan is taken of, as canonical JSON (RFC 8785): the whole document without `exportedAt`,
 * `plan.sha256`, `agreement`, and the `author` of each need. So a copy can be checked against what was agreed whenever it was
 * exported, and a person can be forgotten without breaking what others agreed on.
 */
export const hashedPlan = (input: PlanInput) => withoutAuthors(planParts(input), planHead(input))

/**
 * A fingerprint of what the plan says, whatever the state of the board it was read from: it is the same when cards are only
 * moved (which changes the order in which they are read) or commented. Findings are left out: they follow from the rest.
 */
export function planContent(input: PlanInput): string {
  const { checks: _, ...said } = hashedPlan(input)
  const { boardRevision: __, ...head } = said.plan
  return fingerprint(inAnyOrder({ ...said, plan: head }))
}

/** The same value with every list in an order that depends on what is in it alone. */
function inAnyOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(inAnyOrder)
      .map((one) => [canonical(one), one] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inAnyOrder(one)]))
}

type PlanInput = Pick<ExportInput, 'plan' | 'board' | 'boardId' | 'whole' | 'authors'>

const withoutAuthors = (parts: ReturnType<typeof planParts>, plan: ReturnType<typeof planHead>) => ({
  ...parts,
  plan,
  needs: parts.needs.map(({ author: _, ...need }) => need),
})

function planHead({ plan, boardId, whole }: Pick<ExportInput, 'plan' | 'boardId' | 'whole'>) {
  const { programme, city } = plan
  return {
    id: boardId,
    title: plan.title,
    city: city && {
      name: city.name,
      istat: city.istat,
      nuts3: city.nuts3,
      prefix: city.prefix,
      prefixVerified: city.prefixVerified,
    },
    programme: {
      id: programme.id,
      title: programme.title,
      cci: programme.cci,
      version: programme.version,
      verified: programme.verified,
    },
    period: {
      start: programme.period.start,
      end: programme.period.end,
      verified: programme.period.verified,
    },
    boardRevision: boardRevision(whole),
  }
}

function planParts({ plan, authors, board }: Pick<ExportInput, 'plan' | 'authors' | 'board'>) {
  const codes = codesOf(plan.programme)
  const commitments = groupedBy(
    plan.actions.flatMap((action) => action.partners.map((one): Committed => ({ action, one }))),
    ({ one }) => [one.partner],
  )
  const parts = {
    needs: plan.needs.map((need) => needPart(need, authors)),
    interventions: plan.interventions.map((one) => interventionPart(one, codes)),
    actions: plan.actions.map((action) => actionPart(action, codes)),
    axes: plan.axes.map(({ id, title, code }) => ({
      id,
      title,
      axis: code === null ? null : codes.axis(code),
    })),
    funds: plan.funds.map((fund) => fundPart(fund, codes)),
    budget: plan.ledger.rows.map((row) => budgetPart(row, codes)),
    ledger: ledgerPart(plan.ledger, codes),
    subjects: plan.partners.map((partner) => subjectPart(partner, commitments.get(partner.id) ?? [])),
    contexts: plan.contexts.map(({ cents, ...context }) => ({ ...context, amount: amountOrNull(cents) })),
    indicators: plan.actions.flatMap((action) => indicatorParts(action, codes)),
    classifications: plan.actions.flatMap((action) => classificationParts(action, codes)),
    // Agreements are records of sittings to come.
    agreements: [],
    links: linkParts(board),
    checks: plan.findings,
  }
  return {
    $schema: '/schemas/plan-1.json' as const,
    schemaVersion: '1.3' as const,
    ...parts,
    lists: codes.listsIn(parts),
  }
}

type Committed = { readonly action: Action; readonly one: Commitment }

const subjectPart = (partner: Partner, commitments: readonly Committed[]) => ({
  id: partner.id,
  name: partner.title,
  type: partner.type,
  thirdSector: partner.thirdSector,
  taxCode: partner.taxCode,
  runts: partner.runts,
  sector: partner.sector,
  commitments: commitments.map(({ action, one: { link, role, commitment, value, cents, state } }) => ({
    link,
    action: action.id,
    role,
    commitment,
    value,
    amount: amountOrNull(cents),
    state,
  })),
})

const indicatorParts = (action: Action, codes: Codes) =>
  action.indicators.map(({ type, code, label, unit, target }) => ({
    action: action.id,
    type,
    code: code === undefined || code === '' ? null : codes.indicator(code),
    label,
    unit: unit ?? null,
    target: target ?? null,
  }))

/** The dimensions are those of the whole action: the board does not share its amount out among them. */
const classificationParts = (action: Action, codes: Codes) =>
  action.classifications.map(({ dimension, code }) => ({
    action: action.id,
    dimension,
    code: codes.classification(dimension, code),
    amount: null,
  }))

/** Every link of the board; what a link of money, of an axis or of a partner carries stands in its own part. */
const linkParts = (board: Board) =>
  [...board.links.values()].map((link) => ({
    id: link.id,
    kind: link.kind,
    from: link.from,
    to: link.to,
    reason: link.kind === 'enables' || link.kind === 'complements' ? (link.reason ?? null) : null,
  }))
