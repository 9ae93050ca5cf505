/** Makes so many of something, a few at a time; the answers stand in order. */
export async function inTurns<T>(
  count: number,
  atOnce: number,
  make: (n: number) => Promise<T>,
): Promise<T[]> {
  const made: T[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      const n = next++
      made[n] = await make(n)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
  return made
}
