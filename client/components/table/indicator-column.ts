import { editCard } from '../../../shared/board/commands/edit-card.ts'
import type { Indicator } from '../../../shared/board/fields.ts'
import { LIMITS } from '../../../shared/board/schema.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from './column.ts'

const NUMBER = new Intl.NumberFormat('it-IT', { useGrouping: 'always', maximumFractionDigits: 6 })

/**
 * The indicators of an action of one type in one cell, as they are said: `Persone accompagnate: 120 persone; Spazi: 9`. Words
 * that stay keep the code that they have.
 */
export const indicatorColumn = (type: Indicator['type'], label: string): Column => ({
  key: type,
  label,
  words: true,
  width: '260px',
  text: (card) =>
    (card.kind === 'action' ? (card.indicators ?? []) : [])
      .filter((one) => one.type === type)
      .map(words)
      .join('; '),
  write(session, card, value) {
    if (card.kind !== 'action') return null
    const all = card.indicators ?? []
    const before = all.filter((one) => one.type === type)
    // Such words cannot be told from two indicators.
    if (before.some((one) => one.label.includes(';'))) return m.table_indicator_in_card()
    const now = value.split(';').flatMap((part) => read(part.trim(), type, before))
    if (now.length > LIMITS.listItems) return m.field_tags_full({ count: LIMITS.listItems })
    const indicators = [...all.filter((one) => one.type !== type), ...now]
    session.act((doc) =>
      editCard<'action'>(doc, card.id, { indicators: indicators.length > 0 ? indicators : undefined }),
    )
    return null
  },
})

const words = ({ label, target, unit }: Indicator): string =>
  target === undefined ? label : `${label}: ${NUMBER.format(target)}${unit === undefined ? '' : ` ${unit}`}`

/** What counts, after the last colon that a number follows: the target, with points for thousands, and its unit. */
const COUNTED = /^(.*?)\s*:\s*(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?:\s+([^:]*))?$/

function read(part: string, type: Indicator['type'], before: readonly Indicator[]): Indicator[] {
  if (part === '') return []
  const [, said, whole, decimals, unit] = COUNTED.exec(part) ?? []
  const label = (said ?? part).slice(0, LIMITS.text)
  const known = before.find((one) => one.label === label)
  if (whole === undefined)
    return [
      {
        ...(known?.code !== undefined && { code: known.code }),
        ...(known?.unit !== undefined && { unit: known.unit }),
        type,
        label,
      },
    ]
  const target = Number(whole.replaceAll('.', '') + (decimals ?? '').replace(',', '.'))
  return [
    {
      type,
      ...(known?.code !== undefined && { code: known.code }),
      label,
      ...(unit ? { unit: unit.slice(0, LIMITS.text) } : {}),
      target,
    },
  ]
}
