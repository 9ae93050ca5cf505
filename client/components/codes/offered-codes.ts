import { fitsWanted, type Wanted } from '../../../shared/plan/code-fit.ts'
import type { CodeListId } from '../../../shared/programme/code-index.ts'
import { getLocale } from '../../paraglide/runtime.js'
import { folded, ranked, type Searchable } from '../ui/search-cards.ts'

/** A code as it is offered while somebody looks for one. */
export interface OfferedCode {
  readonly code: string
  readonly name: string
  /** The language of `name`: the official one where the reader's is not there. */
  readonly lang: 'it' | 'en'
  /** What it is a part of. */
  readonly group?: string | undefined
  readonly verified: boolean
  /** Whether it goes with the fund and the axis of the action; the others come when they are asked for. */
  readonly fits: boolean
  readonly unit?: string | undefined
  readonly type?: string | undefined
  readonly found: Searchable
}

/** "163 · Promozione dell’integrazione sociale…". */
export const codeLabel = ({ code, name }: Pick<OfferedCode, 'code' | 'name'>): string => `${code} · ${name}`

/** Codes before it is known whom they are for. They come as a chunk of their own, once somebody looks for one. */
export async function codesOfLists(ids: readonly CodeListId[]): Promise<readonly Known[]> {
  const { codeList } = await import('../../../shared/programme/code-lists.ts')
  return ids
    .flatMap((id) => {
      const list = codeList(id)
      return list.items.map((item) => ({ item, list, offered: offered(item) }))
    })
    .sort((a, b) => Number(b.item.relevant === true) - Number(a.item.relevant === true))
}

type List = Parameters<typeof fitsWanted>[1]
type Item = Parameters<typeof fitsWanted>[0] & Words
interface Words {
  readonly code: string
  readonly it: string | null
  readonly en: string | null
  readonly verified: boolean
  readonly type?: string
  readonly unit?: string | null
  readonly group?: string
}
export interface Known {
  readonly item: Item
  readonly list: List
  readonly offered: Omit<OfferedCode, 'fits'>
}

/** The codes of the lists as somebody at this action sees them. */
export const offeredTo = (known: readonly Known[], wanted: Wanted): readonly OfferedCode[] =>
  known.map(({ item, list, offered: one }) => ({ ...one, fits: fitsWanted(item, list, wanted) }))

/** A code in the reader's language, found by its words in both. */
export function offered({ code, it, en, verified, type, unit, group }: Words): Omit<OfferedCode, 'fits'> {
  const locale = getLocale()
  const [own, other] = locale === 'it' ? [it, en] : [en, it]
  return {
    code,
    name: own ?? other ?? code,
    lang: own === null && other !== null ? (locale === 'it' ? 'en' : 'it') : locale,
    group,
    verified,
    unit: unit ?? undefined,
    type,
    found: {
      title: folded(`${code} ${own ?? other ?? ''}`),
      others: folded(`${other ?? ''}\n${group ?? ''}`),
    },
  }
}

/** What a list shows: the codes that answer, and how many more there are for other funds and axes. */
export interface Answering {
  readonly codes: readonly OfferedCode[]
  /** Codes that answer but do not fit; shown once they are asked for. */
  readonly elsewhere: number
  /** Codes that answer and fit and have no room: more words bring them. */
  readonly unseen: number
}

const MOST = 40

export function answering(query: string, codes: readonly OfferedCode[], wide: boolean): Answering {
  const all = ranked(query, codes, ({ found }) => found)
  const fitting = all.filter(({ fits }) => fits)
  const others = all.filter(({ fits }) => !fits)
  const shown = wide || fitting.length === 0 ? [...fitting, ...others] : fitting
  return {
    codes: shown.slice(0, MOST),
    elsewhere: shown.length > fitting.length ? 0 : others.length,
    unseen: Math.max(0, shown.length - MOST),
  }
}
