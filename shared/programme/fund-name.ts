import type { FundSource } from '../board/card.ts'
import type { Programme } from './programme.ts'

/** A word in the two languages of the product. */
interface Word {
  readonly it: string
  readonly en: string
}

/**
 * What a source of money is called under this programme: `FSE` in 2014-20 and `FSE+` in 2021-27 are the same source.
 * Sources that no programme names keep their everyday name.
 */
export const fundName = (programme: Programme, source: FundSource | null): Word =>
  source === null
    ? { it: 'Fonte da precisare', en: 'Source to be stated' }
    : (programme.funds.find((fund) => fund.source === source)?.name ?? EVERYDAY_NAMES[source])

/** The everyday name of every source of money. */
export const EVERYDAY_NAMES: Readonly<Record<FundSource, Word>> = {
  ERDF: { it: 'FESR', en: 'ERDF' },
  ESF: { it: 'FSE', en: 'ESF' },
  national: { it: 'Fondi nazionali', en: 'National funds' },
  regional: { it: 'Fondi regionali', en: 'Regional funds' },
  municipal: { it: 'Fondi comunali', en: 'Municipal funds' },
  private: { it: 'Fondi privati', en: 'Private funds' },
  thirdSector: { it: 'Fondi del terzo settore', en: 'Third-sector funds' },
  mixed: { it: 'Più fondi', en: 'Several funds' },
}
