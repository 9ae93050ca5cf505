/** What a stream of events did so far. */
export interface Stream {
  /** Stops it; returns how many were fired. */
  stop(): number
}

/**
 * Calls `fire(0)`, `fire(1)`, … so many times a second, evenly. When the process was busy, what is due is fired at once,
 * so that the number is right at the end.
 */
export function steadily(perSecond: number, fire: (n: number) => void): Stream {
  const fromMs = performance.now()
  let fired = 0
  let timer = setTimeout(turn, 1)
  function turn(): void {
    const due = Math.floor(((performance.now() - fromMs) * perSecond) / 1000)
    while (fired < due) fire(fired++)
    timer = setTimeout(turn, 1)
  }
  return {
    stop: () => {
      clearTimeout(timer)
      return fired
    },
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
