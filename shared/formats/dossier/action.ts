import type { Classification, Indicator } from '../../board/fields.ts'
import type { CardId } from '../../ids.ts'
import { euro } from '../../money.ts'
import { missingData } from '../../plan/missing.ts'
import type { Action, ActionAxis, Plan } from '../../plan/plan.ts'
import type { Book } from './book.ts'
import { facts, heading, leading, type Block, type Cell } from './blocks.ts'
import { codeList } from '../../programme/code-lists.ts'
import { DATUM_NAMES, DIMENSION_NAMES } from '../../programme/words.ts'
import { DESIGN_LEVEL, INFERRED, named, NATURE, period, ROLE } from '../words.ts'

/** The sheet of one action: what is known of it as pairs, then what a programme officer will still ask for. */
export function actionSheet(action: Action, book: Book): Block[] {
  const { plan } = book
  const titles = (ids: readonly CardId[]): string => book.titles(ids).join('\n')
  return [
    heading(3, named(action)),
    ...leading(action.summary),
    facts([
      ['Natura', action.nature ? NATURE[action.nature] : ''],
      [plan.programme.axisWord.it, action.axes.map((axis) => axisLine(axis, plan)).join('\n')],
      ['Codice operazione', action.operationCode ?? ''],
      ['CUP', action.cup ?? ''],
      ['Classificazione', action.classifications.map((one) => codeLine(one, plan)).join('\n')],
      ['Cronoprogramma', period(action.start, action.end)],
      ['Livello di progettazione', action.designLevel ? DESIGN_LEVEL[action.designLevel] : ''],
      ['Territorio', action.places.join(', ')],
      ['Destinatari', action.targetGroups.join(', ')],
      ['Capofila', leadsOf(action, book)],
      ['Risponde a', titles(action.needs)],
      ['Rende possibile', enabledBy(action, book)],
      ['Richiede prima', titles(book.before(action.id))],
      ['Complementare a', titles(action.complements)],
      ['Indicatori', action.indicators.map(indicatorLine).join('\n')],
      ['Costo', costOf(action)],
      ['Forse la stessa operazione', action.sameOperationAs ?? ''],
      ['Dedotto, non dichiarato', quiet(action.inferred.map((field) => INFERRED[field] ?? field))],
      [
        'Ancora da indicare',
        quiet(missingData({ actions: [action] }).map(({ datum }) => DATUM_NAMES[datum].it)),
      ],
    ]),
  ]
}

const quiet = (words: readonly string[]): Cell => ({ text: words.join(', '), as: 'quiet' })

function axisLine(axis: ActionAxis, { programme }: Plan): string {
  const pack = programme.axes.find((one) => one.code === axis.code)
  const line = pack ? `${programme.axisWord.it} ${pack.code} · ${pack.title}` : named(axis)
  if (axis.specificObjective === null) return line
  const objective = pack?.specificObjectives.find((one) => one.code === axis.specificObjective)
  return `${line}\nObiettivo specifico ${axis.specificObjective}${objective ? `: ${objective.title}` : ''}`
}

/** "Campo di intervento 163: promuovere l'integrazione…", and whether the list was read in its source. */
function codeLine({ dimension, code }: Classification, { programme }: Plan): string {
  const { it } = DIMENSION_NAMES[dimension]
  const list = programme.submission.lists[dimension]
  const item = list && codeList(list).items.find((one) => one.code === code)
  const words = `${it.charAt(0).toUpperCase()}${it.slice(1)} ${code}`
  if (!item) return `${words} (in nessun elenco noto)`
  return `${words}${item.it ? `: ${item.it}` : ''}${item.verified ? '' : ' (da verificare)'}`
}

const leadsOf = ({ partners }: Action, book: Book): string =>
  partners
    .filter((one) => one.role !== 'partner')
    .flatMap(({ partner, role }) => {
      const lead = book.partner(partner)
      return lead ? `${named(lead)} (${ROLE[role].toLowerCase()})` : []
    })
    .join('\n')

const enabledBy = ({ enables }: Action, book: Book): string =>
  enables
    .flatMap(({ action, reason }) => book.titles([action]).map((one) => one + (reason ? `: ${reason}` : '')))
    .join('\n')

const indicatorLine = ({ type, code, label, unit, target }: Indicator): string =>
  [
    `${type === 'output' ? 'Output' : 'Risultato'}: ${label}`,
    code ? ` (${code})` : '',
    target === undefined ? '' : `, valore obiettivo ${String(target).replace('.', ',')} ${unit ?? ''}`,
  ]
    .join('')
    .trim()

function costOf({ costCents, fundedCents, toCoverCents }: Action): string {
  if (costCents === null) return fundedCents > 0 ? `Non indicato; finanziamenti per ${euro(fundedCents)}` : ''
  if (toCoverCents > 0) return `${euro(costCents)}, da coprire ${euro(toCoverCents)}`
  const over = fundedCents - costCents
  return over > 0
    ? `${euro(costCents)}, finanziamenti oltre il costo per ${euro(over)}`
    : `${euro(costCents)}, finanziato per intero`
}
