import type { Dimension } from '../../../shared/board/fields.ts'
import type { Submission } from '../../../shared/programme/programme.ts'
import { getLocale } from '../../paraglide/runtime.js'

/** A code of a dimension, as it is offered while somebody looks for one. */
export interface KnownCode {
  /** "163 · Promozione dell’integrazione sociale…": what the list shows. */
  readonly label: string
  readonly code: string
  readonly name: string
}

/** The codes of each dimension that has a list, those of use for social inclusion first. They come as a chunk of their own. */
export async function dimensionCodes(
  lists: Submission['lists'],
): Promise<Readonly<Partial<Record<Dimension, readonly KnownCode[]>>>> {
  const { codeList } = await import('../../../shared/programme/code-lists.ts')
  return Object.fromEntries(
    Object.entries(lists).map(([dimension, list]) => [
      dimension,
      [...codeList(list).items]
        .sort((a, b) => Number(b.relevant === true) - Number(a.relevant === true))
        .map((item) => {
          const name = item[getLocale()] ?? item.it ?? item.en ?? ''
          return { code: item.code, name, label: `${item.code} · ${name}` }
        }),
    ]),
  )
}
