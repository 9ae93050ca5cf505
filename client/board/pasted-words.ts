import type { Pasted } from '../../shared/board/commands/paste-lines.ts'
import { m } from '../paraglide/messages.js'

/** How many cards pasted lines became, and which lines were cut or left out. */
export function pastedWords({ ids, left }: Pasted): string {
  const cut = left.filter(({ reason }) => reason === 'tooLong')
  const out = left.filter(({ reason }) => reason !== 'tooLong')
  return [
    ...(ids.length > 0 || left.length === 0 ? [m.canvas_pasted({ count: ids.length })] : []),
    ...(cut[0] ? [m.canvas_paste_cut({ count: cut.length, line: cut[0].line })] : []),
    ...(out[0] ? [m.canvas_paste_left({ count: out.length, line: out[0].line })] : []),
  ].join(' ')
}
