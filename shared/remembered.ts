/**
 * A pure function of immutable values that does not work twice: of the same first value it gives the same answer, the same
 * object, for as long as its other inputs stay the same. Lists are the same when their items are. What nobody else holds
 * is forgotten.
 */
export function remembered<T extends object, A extends readonly unknown[], R>(
  make: (one: T, ...inputs: A) => R,
): (one: T, ...inputs: A) => R {
  const last = new WeakMap<T, { readonly inputs: A; readonly made: R }>()
  return (one, ...inputs) => {
    const before = last.get(one)
    if (before && sameItems(before.inputs, inputs, same)) return before.made
    const made = make(one, ...inputs)
    last.set(one, { inputs, made })
    return made
  }
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && sameItems(one, other, Object.is))

function sameItems(
  one: readonly unknown[],
  other: readonly unknown[],
  alike: (a: unknown, b: unknown) => boolean,
): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (!alike(one[at], other[at])) return false
  return true
}
