import type { Indicator } from '../../../shared/board/fields.ts'
import { getLocale } from '../../paraglide/runtime.js'

/** A common indicator of the Regulations, as it is offered while somebody writes one. */
export interface KnownIndicator {
  /** "RCO74 · Popolazione interessata…": what the list shows. */
  readonly label: string
  readonly name: string
  readonly code: string
  readonly unit: string | undefined
  readonly type: Indicator['type']
}

/** The indicators of both funds, those of use for social inclusion first. They come as a chunk of their own. */
export async function indicatorLabels(): Promise<readonly KnownIndicator[]> {
  const { codeList } = await import('../../../shared/programme/code-lists.ts')
  const items = [...codeList('indicators-erdf').items, ...codeList('indicators-esfplus').items]
  const known = items.map((item) => {
    const name = item[getLocale()] ?? item.it ?? item.en ?? item.code
    return {
      label: `${item.code} · ${name}`,
      name,
      code: item.code,
      unit: item.unit ?? undefined,
      type: item.type === 'result' ? ('result' as const) : ('output' as const),
      relevant: item.relevant === true,
    }
  })
  return known.sort((a, b) => Number(b.relevant) - Number(a.relevant))
}
