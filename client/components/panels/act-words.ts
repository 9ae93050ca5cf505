import type { Act, FillableField } from '../../../shared/plan/act.ts'
import { m } from '../../paraglide/messages.js'

/** What the button of an act says: a verb, and what it is about. */
export function actWords(act: Act): string {
  switch (act.kind) {
    case 'fill':
      return FILL[act.field]()
    case 'fillLink':
      return FILL_LINK[act.field]()
    case 'search':
      return SEARCH[act.link]()
    case 'link':
      return m.act_link()
    case 'addIndicator':
      return m.act_add_indicator()
    case 'confirmCommitment':
      return m.act_confirm()
  }
}

const FILL: Readonly<Record<FillableField, () => string>> = {
  title: m.act_write_title,
  body: m.act_write_summary,
  source: m.act_write_source,
  nature: m.act_say_nature,
  designLevel: m.act_say_design,
  start: m.act_write_start,
  end: m.act_write_end,
  costCents: m.act_write_cost,
  ceilingCents: m.act_correct_ceiling,
  places: m.act_say_places,
  targetGroups: m.act_say_targets,
  operationCode: m.act_correct_code,
  sameOperationAs: m.act_clear_same,
  cup: m.act_correct_cup,
  classifications: m.act_classify,
  indicators: m.act_write_target,
  axis: m.act_choose_axis,
  fund: m.act_say_source,
  euRate: m.act_write_rate,
  partnerType: m.act_say_partner_type,
  taxCode: m.act_correct_tax_code,
  declared: m.act_look_at_total,
  arrangementDesign: m.act_declare,
  arrangementRecipients: m.act_declare,
  arrangementTiming: m.act_declare,
}

const FILL_LINK: Readonly<Record<Extract<Act, { kind: 'fillLink' }>['field'], () => string>> = {
  axis: m.act_choose_paid_axis,
  specificObjective: m.act_choose_objective,
  role: m.act_say_lead,
  years: m.act_correct_years,
}

const SEARCH: Readonly<Record<Extract<Act, { kind: 'search' }>['link'], () => string>> = {
  answers: m.act_link_action,
  programmedUnder: m.act_link_axis,
  finances: m.act_link_fund,
  enables: m.act_link_action,
  commits: m.act_link_partner,
  complements: m.act_link,
  relates: m.act_link,
}
