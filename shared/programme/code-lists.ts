import cupCategories from './data/lists/cup-categories.json'
import cupTypes from './data/lists/cup-types.json'
import economicActivities from './data/lists/economic-activities.json'
import formsOfSupport from './data/lists/forms-of-support.json'
import gender from './data/lists/gender.json'
import indicatorsErdf from './data/lists/indicators-erdf.json'
import indicatorsEsfPlus from './data/lists/indicators-esfplus.json'
import interventionFields20142020 from './data/lists/intervention-fields-2014-2020.json'
import interventionFields from './data/lists/intervention-fields.json'
import secondaryThemes from './data/lists/secondary-themes.json'
import specificObjectives from './data/lists/specific-objectives.json'
import territorial from './data/lists/territorial.json'

import type { CodeListId } from './code-index.ts'

/** A list of codes of the Regulations. Some 190 kB in all: the browser asks for this module when it needs a list. */
export interface CodeList {
  readonly id: CodeListId
  readonly title: string
  /** The act it belongs to, such as `2021/1060`, or the programming period. */
  readonly version: string
  /** Whether the list as a whole was read in its source; each code says so for itself. */
  readonly verified: boolean
  readonly source: string
  /** The fund whose operations it is for; missing: any. */
  readonly fund?: string
  readonly items: readonly CodeItem[]
}

export interface CodeItem {
  readonly code: string
  readonly it: string | null
  readonly en: string | null
  readonly verified: boolean
  /** Indicators: output or result, and the unit of their value. */
  readonly type?: string
  readonly unit?: string | null
  /** The fund it belongs to, or usually goes with: `ERDF` or `ESF`. */
  readonly fund?: string
  /** Intervention fields: the policy objective it stands under in the Annex, `OP4`. */
  readonly policy?: string
  /** CUP classification: what it is a part of, from the widest. */
  readonly group?: string
  /** Whether it is of use for social inclusion: these come first in choosers. */
  readonly relevant?: boolean
}

/** The list of that name. */
export const codeList = (id: CodeListId): CodeList => ({ ...LISTS[id], id })

const LISTS: Readonly<Record<CodeListId, Omit<CodeList, 'id'>>> = {
  'specific-objectives': specificObjectives,
  'indicators-erdf': indicatorsErdf,
  'indicators-esfplus': indicatorsEsfPlus,
  'intervention-fields': interventionFields,
  'intervention-fields-2014-2020': interventionFields20142020,
  'forms-of-support': formsOfSupport,
  territorial,
  'economic-activities': economicActivities,
  'secondary-themes': secondaryThemes,
  gender,
  'cup-types': cupTypes,
  'cup-categories': cupCategories,
}
