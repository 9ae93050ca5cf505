import { flushSync } from 'svelte'

/** Whether the sheet is being put on paper, where nothing can be unfolded: what waits behind a button is drawn too. */
class Paper {
  #now = $state(false)

  get now(): boolean {
    return this.#now
  }

  /** The browser takes its picture as soon as the event is over, so the sheet is drawn before that. */
  set(now: boolean): void {
    flushSync(() => {
      this.#now = now
    })
  }
}

export const paper = new Paper()
