import { readStored, writeStored } from './stored.ts'

/** A yes or no of this browser, whatever the table. */
class Switch {
  #on: boolean

  constructor(
    private readonly name: string,
    before: boolean,
  ) {
    const kept = readStored(name)
    this.#on = $state.raw(kept === null ? before : kept === 'on')
  }

  get on(): boolean {
    return this.#on
  }

  set on(on: boolean) {
    this.#on = on
    writeStored(this.name, on ? 'on' : 'off')
  }

  toggle(): void {
    this.on = !this.#on
  }
}

/** Shortcuts that are one character: who dictates must be able to be without (WCAG 2.2, 2.1.4). */
export const letters = new Switch('tavolo.letters', true)
/** The small map in a corner of the canvas. */
export const minimap = new Switch('tavolo.minimap', true)
/** Whether Elenco shows a table by kind instead of the list. */
export const asTable = new Switch('tavolo.table', false)
