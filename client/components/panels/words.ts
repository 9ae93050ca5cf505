import {
  DESIGN_LEVELS,
  FUND_SOURCES,
  NATURES,
  PARTNER_TYPES,
  type DesignLevel,
  type FundSource,
  type Nature,
  type PartnerType,
} from '../../../shared/board/card.ts'
import { COMMITMENT_STATES, ROLES_OF_PARTNER, type LinkFieldsOf } from '../../../shared/board/link.ts'
import { fundName } from '../../../shared/programme/fund-name.ts'
import type { Axis, Programme } from '../../../shared/programme/programme.ts'
import { PROGRAMMES, programmeById } from '../../../shared/programme/programmes.ts'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'

type Commits = LinkFieldsOf<'commits'>
export type CommitmentKind = NonNullable<Commits['commitment']>
export type PartnerRole = NonNullable<Commits['role']>
export type CommitmentState = NonNullable<Commits['state']>

export interface Option<V extends string> {
  readonly value: V
  readonly label: string
}

const NATURE: Readonly<Record<Nature, () => string>> = {
  material: m.nature_material,
  immaterial: m.nature_immaterial,
  digital: m.nature_digital,
}

const DESIGN_LEVEL: Readonly<Record<DesignLevel, () => string>> = {
  none: m.design_none,
  feasibility: m.design_feasibility,
  preliminary: m.design_preliminary,
  definitive: m.design_definitive,
  executive: m.design_executive,
}

const PARTNER_TYPE: Readonly<Record<PartnerType, () => string>> = {
  municipality: m.partner_municipality,
  association: m.partner_association,
  cooperative: m.partner_cooperative,
  foundation: m.partner_foundation,
  company: m.partner_company,
  citizens: m.partner_citizens,
  publicBody: m.partner_public_body,
  other: m.partner_other,
}

const ROLE: Readonly<Record<PartnerRole, () => string>> = {
  insideLead: m.role_inside_lead,
  outsideLead: m.role_outside_lead,
  partner: m.role_partner,
}

const COMMITMENT: Readonly<Record<CommitmentKind, () => string>> = {
  space: m.commitment_space,
  hours: m.commitment_hours,
  volunteers: m.commitment_volunteers,
  coFunding: m.commitment_co_funding,
  equipment: m.commitment_equipment,
  other: m.commitment_other,
}

const STATE: Readonly<Record<CommitmentState, () => string>> = {
  proposed: m.commitment_proposed,
  confirmed: m.commitment_confirmed,
}

const optionsOf = <V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, () => string>>,
): Option<V>[] => values.map((value) => ({ value, label: words[value]() }))

export const natureOptions = (): Option<Nature>[] => optionsOf(NATURES, NATURE)
export const designLevelOptions = (): Option<DesignLevel>[] => optionsOf(DESIGN_LEVELS, DESIGN_LEVEL)
export const partnerTypeOptions = (): Option<PartnerType>[] => optionsOf(PARTNER_TYPES, PARTNER_TYPE)
export const roleOptions = (): Option<PartnerRole>[] => optionsOf(ROLES_OF_PARTNER, ROLE)
export const stateOptions = (): Option<CommitmentState>[] => optionsOf(COMMITMENT_STATES, STATE)
export const commitmentOptions = (): Option<CommitmentKind>[] =>
  optionsOf(Object.keys(COMMITMENT) as CommitmentKind[], COMMITMENT)

export const natureWord = (nature: Nature): string => NATURE[nature]()
export const designLevelWord = (level: DesignLevel): string => DESIGN_LEVEL[level]()
export const partnerTypeWord = (type: PartnerType): string => PARTNER_TYPE[type]()
export const roleWord = (role: PartnerRole): string => ROLE[role]()
export const commitmentWord = (kind: CommitmentKind): string => COMMITMENT[kind]()
export const stateWord = (state: CommitmentState): string => STATE[state]()

/** "FSE", "FESR", "Fondi comunali": as the programme calls them, its own sources first. */
export function sourceOptions(programme: Programme): Option<FundSource>[] {
  const own = programme.funds.map((fund) => fund.source)
  const sources = [...own, ...FUND_SOURCES.filter((source) => !own.includes(source))]
  return sources.map((value) => ({ value, label: sourceWord(programme, value) }))
}

export const sourceWord = (programme: Programme, source: FundSource): string =>
  fundName(programme, source)[getLocale()]

/** "Asse 3 · Servizi per l’inclusione sociale", in the word of the programme; packs are typed with the straight sign. */
export const axisName = (programme: Programme, axis: Pick<Axis, 'code' | 'title'>): string =>
  `${programme.axisWord[getLocale()]} ${axis.code} · ${axis.title.replaceAll("'", '’')}`

export const axisOptions = (programme: Programme): Option<string>[] =>
  programme.axes.map((axis) => ({ value: axis.code, label: axisName(programme, axis) }))

/** A programme as a card names it: packs by their short title, not by their id. */
export const programmeWord = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : (programmeById(name)?.shortTitle ?? name)

/** Names to offer where a programme is asked for: those in use on the board, then those of the packs. */
export const programmeNames = (inUse: Iterable<string>): string[] => [
  ...new Set(
    [...inUse, ...PROGRAMMES.map((programme) => programme.id)].map((name) => programmeWord(name) ?? name),
  ),
]
