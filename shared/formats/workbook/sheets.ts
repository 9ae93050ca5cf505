import type { ExportInput } from '../format.ts'
import { planSha256 } from '../plan-json/document.ts'
import { versionDates, versionTitle } from '../version-words.ts'
import { agreementSheets } from './agreement.ts'
import { cardSheets } from './cards.ts'
import { detailSheets } from './details.ts'
import { linkSheets } from './links.ts'
import { moneySheets } from './money.ts'
import { cents, day, sheet, text, type Cell, type Sheet } from './sheet.ts'
import { viewSheets } from './views.ts'

/**
 * The board and its plan as sheets, whatever the kind of spreadsheet: first what the plan says, then every card and link it
 * was read from. A sheet without rows is left out.
 */
export const sheetsOf = (input: ExportInput): Sheet[] => [
  cover(input),
  ...agreementSheets(input),
  ...moneySheets(input),
  ...viewSheets(input),
  ...cardSheets(input),
  ...detailSheets(input),
  ...linkSheets(input),
]

function cover(input: ExportInput): Sheet {
  const { plan, exportedAt, version } = input
  const { programme, ledger } = plan
  const rows: readonly (readonly [string, Cell])[] = [
    ['Titolo', text(plan.title)],
    ['Programma', text(programme.title)],
    ['CCI', text(programme.cci)],
    ['Città', text(plan.city?.name)],
    ...(version ? [['Versione', text(`${versionTitle(version)}. ${versionDates(version)}.`)] as const] : []),
    ['Esportato il', day(exportedAt)],
    ['Finanziato', cents(ledger.totalCents)],
    ['Costo delle azioni', cents(ledger.costCents)],
    ['Da coprire', cents(ledger.toCoverCents)],
    ['Impronta del piano (SHA-256)', text(planSha256(input))],
  ]
  return sheet(
    'Piano',
    [
      { heading: 'Voce', width: 32, cell: ([label]) => text(label) },
      { heading: 'Valore', width: 36, cell: ([, value]) => value },
    ],
    rows,
  )
}
