import type { Theme } from '../board/card.ts'
import type { Dimension } from '../board/fields.ts'
import type { ActionDatum } from './action-data.ts'

interface Word {
  readonly it: string
  readonly en: string
}

/** What the four policies are called (slides: "inclusione sociale ed inclusione lavorativa", …). */
export const THEME_NAMES: Readonly<Record<Theme, Word>> = {
  social: { it: 'inclusione sociale', en: 'social inclusion' },
  work: { it: 'inclusione lavorativa', en: 'inclusion in work' },
  education: { it: 'povertà educativa e istruzione', en: 'educational poverty and schooling' },
  deprivation: { it: 'deprivazione materiale', en: 'material deprivation' },
}

/** What the dimensions are called (Regulation (EU) 2021/1060, Annex I; Italian as in the monitoring tables; CUP system). */
export const DIMENSION_NAMES: Readonly<Record<Dimension, Word>> = {
  interventionField: { it: 'campo di intervento', en: 'intervention field' },
  formOfSupport: { it: 'forma di sostegno', en: 'form of support' },
  territory: { it: 'tipo di territorio', en: 'territorial dimension' },
  economicActivity: { it: 'attività economica', en: 'economic activity' },
  secondaryTheme: { it: 'tema secondario FSE', en: 'ESF secondary theme' },
  genderEquality: { it: 'parità di genere', en: 'gender equality' },
  cupType: { it: 'natura e tipologia CUP', en: 'CUP nature and type' },
  cupCategory: { it: 'settore e categoria CUP', en: 'CUP sector and category' },
}

/** What the data of an action are called. */
export const DATUM_NAMES: Readonly<Record<ActionDatum, Word>> = {
  title: { it: 'titolo', en: 'title' },
  summary: { it: 'sintesi', en: 'summary' },
  nature: { it: 'natura materiale o immateriale', en: 'material or immaterial nature' },
  axis: { it: 'asse', en: 'axis' },
  specificObjective: { it: 'obiettivo specifico', en: 'specific objective' },
  cost: { it: 'costo', en: 'cost' },
  funding: { it: 'finanziamento', en: 'financing' },
  start: { it: 'inizio', en: 'start' },
  end: { it: 'fine', en: 'end' },
  places: { it: 'territorio', en: 'place' },
  lead: { it: 'capofila', en: 'lead' },
  operationCode: { it: 'codice operazione', en: 'operation code' },
  cup: { it: 'CUP', en: 'CUP' },
}
