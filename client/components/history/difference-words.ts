import { THEMES, type Card, type Kind, type Theme } from '../../../shared/board/card.ts'
import type { Classification, Declared, Dimension, Indicator } from '../../../shared/board/fields.ts'
import { italianDate } from '../../../shared/dates.ts'
import type { CardId } from '../../../shared/ids.ts'
import { euro } from '../../../shared/money.ts'
import type { Programme } from '../../../shared/programme/programme.ts'
import { kindLabel } from '../../board/kinds.ts'
import type { Change } from '../../history/differences.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import {
  axisName,
  commitmentWord,
  designLevelWord,
  natureWord,
  partnerTypeWord,
  programmeWord,
  roleWord,
  sourceWord,
  stateWord,
} from '../panels/words.ts'

/** What a value needs to be told in words: how the programme calls things, and what cards are called. */
export interface Speaker {
  readonly programme: Programme
  titleOf(id: CardId): string
}

/** A change as a person reads it: "Costo", "10.000,00 €", "12.000,00 €". */
export interface ChangeWords {
  readonly field: string
  readonly then: string
  readonly now: string
}

const LONGEST = 140

export const changeWords = (change: Change, speaker: Speaker): ChangeWords => ({
  field: fieldWord(change.field),
  then: valueWords(change.field, change.then, speaker),
  now: valueWords(change.field, change.now, speaker),
})

/** A card's title, or its kind when nobody has written one. */
export const titleWords = ({ title, kind }: Pick<Card, 'title' | 'kind'>): string =>
  title.trim() || `${kindLabel(kind)}, ${m.untitled().toLowerCase()}`

/** Fields that are called alike wherever they stand. */
const FIELD_WORDS: Readonly<Record<string, () => string>> = {
  kind: m.diff_kind,
  title: m.field_title,
  body: m.field_body,
  places: m.field_places,
  targetGroups: m.field_targets,
  source: m.field_source,
  mergedInto: m.diff_merged,
  notTakenUp: m.field_not_taken_up,
  nature: m.field_nature,
  designLevel: m.field_design_level,
  start: m.field_start,
  end: m.field_end,
  costCents: m.field_cost,
  operationCode: m.field_operation_code,
  sameOperationAs: m.field_same_operation,
  cup: m.field_cup,
  intervention: m.field_intervention,
  needsPlace: m.field_needs_place,
  indicators: m.field_indicators,
  inferred: m.diff_inferred,
  themes: m.diff_themes,
  classifications: m.diff_classifications,
  axis: m.diff_axis,
  fund: m.field_fund_source,
  ceilingCents: m.field_ceiling,
  programme: m.field_programme,
  euRate: m.diff_rate,
  partnerType: m.field_partner_type,
  taxCode: m.field_tax_code,
  runts: m.field_runts,
  sector: m.field_sector,
  contact: m.field_contact,
  cents: m.field_amount,
  declared: m.diff_declared,
  arrangementDesign: m.arrangement_design,
  arrangementRecipients: m.arrangement_recipients,
  arrangementTiming: m.arrangement_timing,
  spaces: m.field_spaces,
  specificObjective: m.field_objective,
  years: m.diff_years,
  reason: m.field_reason,
  role: m.field_role,
  commitment: m.field_commitment,
  value: m.field_commitment_words,
  state: m.field_state,
  label: m.field_label,
  city: m.diff_city,
}

export const fieldWord = (field: string): string => FIELD_WORDS[field]?.() ?? field

function valueWords(field: string, value: unknown, speaker: Speaker): string {
  if (value === undefined || value === null || value === '') return m.diff_nothing()
  if (Array.isArray(value))
    return value.length === 0
      ? m.diff_nothing()
      : shortened(value.map((one) => itemWords(field, one)).join(' · '))
  const wordOf = CHOICES[field]
  if (typeof value === 'string') return shortened(wordOf ? wordOf(value, speaker) : value)
  if (typeof value === 'boolean') return value ? m.diff_yes() : m.diff_no()
  if (typeof value === 'number') return numberWords(field, value)
  return field === 'years' ? yearWords(value as Readonly<Record<string, number>>) : JSON.stringify(value)
}

/** Values that are chosen, referred to or written in a form of their own. */
const CHOICES: Readonly<Record<string, (value: string, speaker: Speaker) => string>> = {
  kind: (value) => kindLabel(value as Kind),
  nature: (value) => natureWord(value as never),
  designLevel: (value) => designLevelWord(value as never),
  start: italianDate,
  end: italianDate,
  fund: (value, { programme }) => sourceWord(programme, value as never),
  partnerType: (value) => partnerTypeWord(value as never),
  role: (value) => roleWord(value as never),
  commitment: (value) => commitmentWord(value as never),
  state: (value) => stateWord(value as never),
  programme: (value) => programmeWord(value) ?? value,
  intervention: (value, { titleOf }) => titleOf(value as CardId),
  mergedInto: (value, { titleOf }) => titleOf(value as CardId),
  axis: (value, { programme, titleOf }) => {
    const known = programme.axes.find(({ code }) => code === value)
    return known ? axisName(programme, known) : titleOf(value as CardId)
  },
}

const THEME_WORDS: Readonly<Record<Theme, () => string>> = {
  social: m.diff_theme_social,
  work: m.diff_theme_work,
  education: m.diff_theme_education,
  deprivation: m.diff_theme_deprivation,
}

const DIMENSION_WORDS: Readonly<Record<Dimension, () => string>> = {
  interventionField: m.diff_dimension_field,
  formOfSupport: m.diff_dimension_support,
  territory: m.diff_dimension_territory,
  economicActivity: m.diff_dimension_activity,
  secondaryTheme: m.diff_dimension_secondary,
  genderEquality: m.diff_dimension_gender,
  cupType: m.diff_dimension_cup_type,
  cupCategory: m.diff_dimension_cup_category,
}

/** One of a list: a word, the name of a field, a theme, or a small record. */
function itemWords(field: string, item: unknown): string {
  if (typeof item === 'string') {
    const theme = field === 'themes' && THEMES.find((one) => one === item)
    return theme ? THEME_WORDS[theme]() : field === 'inferred' ? fieldWord(item) : item
  }
  const { label, cents, target, unit, dimension, code } = item as Partial<
    Declared & Indicator & Classification
  >
  return [
    dimension && DIMENSION_WORDS[dimension](),
    dimension && code,
    label,
    cents !== undefined && euro(cents),
    target !== undefined && counted(target),
    unit,
  ]
    .filter(Boolean)
    .join(' ')
}

const numberWords = (field: string, value: number): string =>
  /cents$/i.test(field) ? euro(value) : field === 'euRate' ? `${counted(100 * value)} %` : counted(value)

const yearWords = (years: Readonly<Record<string, number>>): string =>
  Object.entries(years)
    .map(([year, cents]) => `${year}: ${euro(cents)}`)
    .join(' · ') || m.diff_nothing()

const counted = (value: number): string => new Intl.NumberFormat(getLocale()).format(value)

/** Cut at a space, where it has one. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  const space = text.lastIndexOf(' ', LONGEST)
  return `${text.slice(0, space > LONGEST / 2 ? space : LONGEST)}…`
}
