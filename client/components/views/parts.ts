/** A list in parts of at most so many: columns that a sheet of paper can hold. */
export const partsOf = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / most)) }, (_, at) =>
    list.slice(at * most, (at + 1) * most),
  )
