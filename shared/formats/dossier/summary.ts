import { euro } from '../../money.ts'
import { sortedCodes } from '../../plan/integration.ts'
import type { Action, DeclaredCheck, Intervention, Plan } from '../../plan/plan.ts'
import { fundName } from '../../programme/fund-name.ts'
import { chapter, heading, leading, paragraphs, table, type Block, type CellLike } from './blocks.ts'
import { openFindings } from './findings.ts'
import { counted, joined, named, NATURE } from '../words.ts'
import { amount, right } from './cells.ts'

/** The plan at a glance: interventions and actions in tables, what is declared, covered and open in sentences. */
export function summary(plan: Plan): Block[] {
  const axis = plan.programme.axisWord.it
  return [
    ...chapter('Sintesi'),
    ...leading(inOneSentence(plan)),
    table({
      widths: [25, 10, 11, 15, 20, 19],
      head: ['Intervento', right('Azioni'), axis, 'Fondi', right('Totale'), right('Da coprire')],
      rows: [...plan.interventions.map((one) => interventionRow(one, plan)), ...looseRow(plan)],
      total: [
        'Totale del piano',
        right(String(plan.actions.length)),
        '',
        '',
        amount(plan.ledger.totalCents),
        amount(plan.ledger.toCoverCents),
      ],
    }),
    ...actionsTable(plan),
    heading(2, 'Da sapere'),
    ...paragraphs(remarks(plan).join('\n')),
  ]
}

function inOneSentence({ title, actions, interventions, ledger, programme }: Plan): string {
  const funds = ledger.bySource.filter((one) => one.cents > 0).map((one) => fundName(programme, one.key).it)
  const axes = sortedCodes(
    ledger.byAxis.flatMap((one) => (one.cents > 0 && one.key !== null ? [one.key] : [])),
  )
  const frames = counted(interventions.length, 'intervento', 'interventi')
  const details = [joined(funds), axes.length > 0 ? axesOf(programme.axisWord.it, axes) : '']
  return [
    `${named({ title })} riunisce ${counted(actions.length, 'azione', 'azioni')}`,
    interventions.length > 0 ? ` in ${frames}` : '',
    ledger.totalCents > 0
      ? `, con finanziamenti per ${euro(ledger.totalCents)} (${details.filter(Boolean).join('; ')}).`
      : ', ancora senza finanziamenti.',
  ].join('')
}

/** `assi 1, 3 e 4`, `priorità 5`: the programme's own word, in the plural where it has one. */
const axesOf = (word: string, codes: readonly string[]): string =>
  `${codes.length > 1 ? word.toLowerCase().replace(/e$/, 'i') : word.toLowerCase()} ${joined(codes)}`

const interventionRow = (one: Intervention, { programme }: Plan): CellLike[] => [
  named(one),
  right(String(one.actions.length)),
  one.axes.join(', ') || '–',
  one.funds.map((source) => fundName(programme, source).it).join(', ') || '–',
  amount(one.totalCents),
  amount(one.toCoverCents),
]

/** Actions that nobody has put into an intervention yet. */
function looseRow({ actions, ledger }: Plan): CellLike[][] {
  const loose = actions.filter((action) => action.intervention === null)
  if (loose.length === 0) return []
  const cents = ledger.byIntervention.find((one) => one.key === null)?.cents ?? 0
  const toCover = loose.reduce((sum, action) => sum + action.toCoverCents, 0)
  return [
    [
      { text: 'Fuori dagli interventi', as: 'quiet' },
      right(String(loose.length)),
      '–',
      '–',
      amount(cents),
      amount(toCover),
    ],
  ]
}

function actionsTable({ actions, programme }: Plan): Block[] {
  if (actions.length === 0) return []
  return [
    heading(2, 'Le azioni'),
    table({
      widths: [39, 15, 12, 14, 20],
      head: ['Azione', 'Natura', programme.axisWord.it, 'Fondi', right('Finanziato')],
      rows: actions.map((action) => [
        named(action),
        action.nature ? NATURE[action.nature] : '–',
        codesOf(action) || '–',
        [...new Set(action.funding.map((row) => fundName(programme, row.source).it))].join(', ') || '–',
        amount(action.fundedCents),
      ]),
    }),
  ]
}

const codesOf = (action: Action): string =>
  sortedCodes(action.axes.flatMap(({ code }) => code ?? [])).join(', ')

function remarks(plan: Plan): string[] {
  const { ledger, needs } = plan
  const answered = needs.filter(({ fate }) => fate.kind === 'financed' || fate.kind === 'answered')
  const heard = needs.filter(({ fate }) => fate.kind !== 'merged')
  const open = openFindings(plan)
  return [
    'Ogni totale è la somma delle righe di finanziamento. I totali dichiarati sono riportati a parte e mai corretti.',
    ...ledger.declared.map(declaredLine),
    ...(ledger.contextCents > 0
      ? [
          `Accanto al piano, con altre risorse, sono in corso interventi per ${euro(ledger.contextCents)}: con tutte le fonti ${euro(ledger.totalCents + ledger.contextCents)}.`,
        ]
      : []),
    ...(heard.length > 0
      ? [
          `Bisogni raccolti: ${needs.length}${needs.length > heard.length ? `, di cui ${needs.length - heard.length} uniti ad altri` : ''}; con almeno un’azione che risponde: ${answered.length}.`,
        ]
      : []),
    open.length === 0
      ? 'Nessun rilievo è rimasto aperto.'
      : `${counted(open.length, 'rilievo è rimasto aperto: è descritto', 'rilievi sono rimasti aperti: sono elencati')} nel capitolo «Rilievi ancora aperti».`,
  ]
}

function declaredLine({ label, cents, unexplainedCents }: DeclaredCheck): string {
  const declared = `Totale dichiarato «${label}»: ${euro(cents)}, `
  if (unexplainedCents === 0) return `${declared}uguale a quello calcolato.`
  return unexplainedCents > 0
    ? `${declared}di cui ${euro(unexplainedCents)} non spiegati dalle righe di finanziamento.`
    : `${declared}${euro(-unexplainedCents)} in meno di quello calcolato.`
}
