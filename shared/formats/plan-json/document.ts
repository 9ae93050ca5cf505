import type { Action, Partner } from '../../plan/plan.ts'
import type { Board } from '../../board/board.ts'
import { boardRevision } from '../board-json/write.ts'
import { fingerprint } from '../canonical.ts'
import type { ExportInput } from '../format.ts'
import { actionPart, amountOrNull, interventionPart, needPart } from './actions.ts'
import { codesOf, type Codes } from './codes.ts'
import { budgetPart, fundPart, ledgerPart } from './money.ts'

/** What `plan.json` says, before it is text; its shape is `plan-1.schema.json`. */
export type PlanDocument = ReturnType<typeof planDocument>

/**
 * The canonical plan. `plan.sha256` is the SHA-256 of the canonical JSON (RFC 8785) of the whole document without
 * `plan.sha256` and `exportedAt`, so that a copy can be checked against what was agreed, whenever it was exported.
 */
export function planDocument(input: Omit<ExportInput, 'options'>) {
  const parts = planParts(input)
  const plan = { ...planHead(input), sha256: fingerprint({ ...parts, plan: planHead(input) }) }
  const { $schema, schemaVersion, ...rest } = parts
  return { $schema, schemaVersion, exportedAt: input.exportedAt, plan, ...rest }
}

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
    subjects: plan.partners.map((partner) => subjectPart(partner, plan.actions)),
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
    schemaVersion: '1.1' as const,
    ...parts,
    lists: codes.listsIn(parts),
  }
}

const subjectPart = (partner: Partner, actions: readonly Action[]) => ({
  id: partner.id,
  name: partner.title,
  type: partner.type,
  thirdSector: partner.thirdSector,
  taxCode: partner.taxCode,
  sector: partner.sector,
  commitments: actions.flatMap((action) =>
    action.partners
      .filter((one) => one.partner === partner.id)
      .map(({ link, role, commitment, value, cents, state }) => ({
        link,
        action: action.id,
        role,
        commitment,
        value,
        amount: amountOrNull(cents),
        state,
      })),
  ),
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
