import type { Trouble } from '../../shared/formats/incoming/trouble.ts'
import { neutral } from '../../shared/formats/csv-cells.ts'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** Several places that have one and the same reason. */
export interface Reason {
  readonly message: string
  readonly lost: boolean
  readonly places: readonly string[]
}

/** The troubles by their reason, those of what was left out first. */
export function reasonsOf(troubles: readonly Trouble[]): Reason[] {
  const reasons = new Map<string, { message: string; lost: boolean; places: string[] }>()
  for (const trouble of troubles) {
    const message = sentenceOf(trouble)
    const key = `${trouble.lost} ${message}`
    const there = reasons.get(key)
    if (there) there.places.push(placeOf(trouble))
    else reasons.set(key, { message, lost: trouble.lost, places: [placeOf(trouble)] })
  }
  return [...reasons.values()].sort((a, b) => Number(b.lost) - Number(a.lost))
}

export const sentenceOf = ({ message, messageEn }: Trouble): string =>
  getLocale() === 'en' ? messageEn : message

function placeOf({ sheet, row, field }: Trouble): string {
  const parts = [sheet, row === null ? null : m.incoming_row({ row }), field]
  return parts.filter((part) => part).join(', ')
}

/** The whole report as a list for a spreadsheet. */
export function reportCsv(troubles: readonly Trouble[]): Uint8Array {
  const head = [
    m.incoming_report_sheet(),
    m.incoming_report_row(),
    m.incoming_report_column(),
    m.incoming_report_lost(),
    m.incoming_report_reason(),
  ]
  const rows = troubles.map((trouble) => [
    trouble.sheet ?? '',
    trouble.row === null ? '' : String(trouble.row),
    trouble.field ?? '',
    trouble.lost ? m.incoming_report_left_out() : m.incoming_report_kept(),
    sentenceOf(trouble),
  ])
  const quoted = (cell: string): string => `"${neutral(cell).replaceAll('"', '""')}"`
  const text = [head, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}
