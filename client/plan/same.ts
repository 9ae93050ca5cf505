/** Whether two plain values (as JSON has them) say the same. It allocates nothing: it is asked of a whole plan after each edit. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, at) => same(item, other[at]))
    )
  for (const key in one)
    if (!same(one[key as keyof typeof one], other[key as keyof typeof other])) return false
  for (const key in other) if (!(key in one)) return false
  return true
}
