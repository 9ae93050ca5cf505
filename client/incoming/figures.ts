import { getLocale } from '../paraglide/runtime.js'

/** A number for a text: how many, for its grammar, and as it is written here, `5.000`. */
export const figures = (count: number): { readonly count: number; readonly figure: string } => ({
  count,
  figure: count.toLocaleString(getLocale(), { useGrouping: 'always' }),
})
