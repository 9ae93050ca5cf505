/** What commands that put cards down and lay them work with: one part of the page, which comes when the canvas is drawn. */
export { pasteAny } from '../components/canvas/paste.ts'
export { foldFrames, groupCards, lockCards } from '../../shared/board/commands/lay-cards.ts'
export { stackCards } from '../../shared/board/commands/stack-cards.ts'
export { lineUp } from './line-up.ts'
export { putCopies } from './put-copies.ts'
export { putDown } from './put-down.ts'
