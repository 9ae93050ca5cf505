import type { PlainBoard } from './plain-board.ts'

/** What each peer's page (`pages/`) offers, made of the program's own API. */
export interface PeerPage {
  load(board: PlainBoard): unknown
  /** Whether a card is shown. */
  isReadable(): boolean
  fit(): unknown
  /** Puts a card into the middle at 100 %. */
  show(id: string): unknown
  zoom(): number
  /** How much of a wheel event zooms so far in so many equal steps, with Ctrl. */
  wheel(from: number, to: number, times: number): number
  /** Where on the screen a card is taken. */
  place(id: string): [number, number]
  /** The cards on the screen. */
  seen(): string[]
  move(id: string, dx: number, dy: number): void
  retitle(id: string, title: string): void
  shows(title: string): boolean
}
