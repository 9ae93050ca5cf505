/** Where one goes from a row that is gone: to the one that followed it and is still there, else to the one before it. */
export function nearestLeft<T>(before: readonly T[], gone: T, isThere: (item: T) => boolean): T | null {
  const at = before.indexOf(gone)
  return before.slice(at + 1).find(isThere) ?? before.slice(0, Math.max(at, 0)).findLast(isThere) ?? null
}
