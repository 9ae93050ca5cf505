/**
 * About how many characters of JSON a plain value is; counts no further than `most`. Not by writing it: a megabyte of
 * bytes would be ten of JSON, and whole numbers beyond 2^53 have none.
 */
export function sizeOf(value: unknown, most: number): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2
    case 'number':
    case 'bigint':
      return String(value).length
    case 'object':
      if (value === null) return 4
      if (value instanceof Uint8Array) return value.byteLength
      return Array.isArray(value) ? sizeOfAll(value, most) : sizeOfMembers(value, most)
    case 'boolean':
    case 'undefined':
    case 'symbol':
    case 'function':
      return 5
  }
}

function sizeOfAll(values: readonly unknown[], most: number): number {
  let size = 2
  for (const value of values) {
    size += sizeOf(value, most - size) + 1
    if (size > most) break
  }
  return size
}

function sizeOfMembers(object: object, most: number): number {
  let size = 2
  for (const [key, value] of Object.entries(object)) {
    size += key.length + 4 + sizeOf(value, most - size)
    if (size > most) break
  }
  return size
}
