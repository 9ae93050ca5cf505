/** Does something with each of a list, a few at a time; the answers stand in the order of the list. */
export async function forEach<T, R>(
  list: readonly T[],
  atOnce: number,
  act: (one: T, n: number) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  // All workers take from the same iterator.
  const left = list.entries()
  const worker = async (): Promise<void> => {
    for (const [n, one] of left) answers[n] = await act(one, n)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers
}

/** Makes so many of something, a few at a time; the answers stand in order. */
export const inTurns = <T>(count: number, atOnce: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  forEach([...Array(count).keys()], atOnce, make)
