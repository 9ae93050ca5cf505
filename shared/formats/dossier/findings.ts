import type { Finding } from '../../plan/finding.ts'
import { groupedBy } from '../../plan/grouped-by.ts'
import type { Plan } from '../../plan/plan.ts'
import { chapter, heading, paragraphs, table, type Block } from './blocks.ts'
import { named, SEVERITY } from '../words.ts'

const ORDER = ['error', 'warning', 'information'] as const

/** What does not hold or is not known yet, the gravest first; the order of the rules is kept among equals. */
export const openFindings = ({ findings }: Pick<Plan, 'findings'>): Finding[] =>
  findings
    .filter((one) => one.verdict !== 'holds')
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))

/** Last chapter: what is still open, by intervention, each with what to do about it. */
export function findings(plan: Plan): Block[] {
  const open = openFindings(plan)
  const groups = [
    ...plan.interventions.map((one) => [one.id, named(one)] as const),
    [null, 'Tutto il piano'] as const,
  ]
  const known = new Set(groups.map(([id]) => id))
  const byGroup = groupedBy(open, ({ intervention }) => [known.has(intervention) ? intervention : null])
  return [
    ...chapter('Rilievi ancora aperti'),
    ...(open.length === 0
      ? paragraphs('Nessuno: tutte le regole che si possono verificare sono rispettate.')
      : []),
    ...groups.flatMap(([id, title]) => {
      const own = byGroup.get(id) ?? []
      return own.length === 0 ? [] : [heading(2, title), tableOf(own)]
    }),
  ]
}

const tableOf = (own: readonly Finding[]): Block =>
  table({
    widths: [20, 40, 40],
    long: true,
    head: ['Regola', 'Che cosa risulta', 'Che cosa fare'],
    rows: alike(own).map((same) => [
      same.slice(0, 1).map(labelOf).join(''),
      same.map((one) => one.sentence.it).join('\n'),
      same[0]?.remedy.it ?? '',
    ]),
  })

const labelOf = ({ rule, verdict, severity }: Finding): string =>
  `${rule}\n${verdict === 'fails' ? SEVERITY[severity] : 'Da completare'}`

/** One row for answers of one rule that ask for the same thing. */
const alike = (own: readonly Finding[]): Finding[][] => [
  ...groupedBy(own, (one) => [JSON.stringify([one.rule, one.verdict, one.severity, one.remedy.it])]).values(),
]
