import { onMount } from 'svelte'

/** The time, as often as "2 min fa" needs it; while a component stands. */
export function clock(everyMs = 30_000): { readonly ms: number } {
  let ms = $state.raw(Date.now())
  onMount(() => {
    const timer = setInterval(() => (ms = Date.now()), everyMs)
    return () => clearInterval(timer)
  })
  return {
    get ms() {
      return ms
    },
  }
}
