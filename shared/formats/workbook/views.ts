import type { Finding } from '../../plan/finding.ts'
import type { Action, Commitment, Plan } from '../../plan/plan.ts'
import type { ExportInput } from '../format.ts'
import { COMMITMENT, named, NATURE, PARTNER_TYPE, ROLE, SEVERITY } from '../words.ts'
import { some } from './details.ts'
import { cents, day, lines, number, text, type Column, type Sheet } from './sheet.ts'
import { STATE_WORDS, VERDICT_WORDS } from './words.ts'

/** The plan as the programme office looks at it: when, with whom, and what is still open. */
export const viewSheets = ({ plan }: ExportInput): Sheet[] => [
  ...some('Cronoprogramma', scheduleColumns(plan), plan.actions),
  ...some(
    'Partenariato',
    partnerColumns(plan),
    plan.actions.flatMap((action) => action.partners.map((one) => ({ action, one }))),
  ),
  ...some('Verifica', findingColumns(plan), plan.findings),
]

const titlesOf = (plan: Plan): ReadonlyMap<string, string> =>
  new Map([...plan.actions, ...plan.interventions, ...plan.partners].map((one) => [one.id, named(one)]))

function scheduleColumns(plan: Plan): readonly Column<Action>[] {
  const titles = titlesOf(plan)
  return [
    {
      heading: 'Intervento',
      width: 32,
      cell: ({ intervention }) => text(intervention && titles.get(intervention)),
    },
    { heading: 'Azione (scheda)', width: 14, cell: ({ id }) => text(id) },
    { heading: 'Azione', width: 44, cell: ({ title }) => text(title) },
    { heading: 'Natura', width: 14, cell: ({ nature }) => text(nature && NATURE[nature]) },
    { heading: 'Inizio', width: 12, cell: ({ start }) => day(start) },
    { heading: 'Fine', width: 12, cell: ({ end }) => day(end) },
    { heading: 'Giorni', width: 10, cell: ({ start, end }) => number(daysBetween(start, end)) },
    {
      heading: 'Prima di',
      width: 44,
      cell: ({ enables }) => lines(enables.map(({ action }) => titles.get(action) ?? '')),
    },
  ]
}

/** From the first to the last day, both included; null unless both are known and in order. */
function daysBetween(start: string | null, end: string | null): number | null {
  if (start === null || end === null || end < start) return null
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
}

interface Part {
  readonly action: Action
  readonly one: Commitment
}

function partnerColumns(plan: Plan): readonly Column<Part>[] {
  const partners = new Map(plan.partners.map((partner) => [partner.id, partner]))
  return [
    { heading: 'Soggetto', width: 36, cell: ({ one }) => text(partners.get(one.partner)?.title) },
    {
      heading: 'Tipo',
      width: 20,
      cell: ({ one }) => {
        const type = partners.get(one.partner)?.type
        return text(type && PARTNER_TYPE[type])
      },
    },
    { heading: 'Azione', width: 44, cell: ({ action }) => text(action.title) },
    { heading: 'Ruolo', width: 22, cell: ({ one }) => text(ROLE[one.role]) },
    {
      heading: 'Che cosa porta',
      width: 18,
      cell: ({ one }) => text(one.commitment && (COMMITMENT[one.commitment] ?? one.commitment)),
    },
    { heading: 'Quanto', width: 18, cell: ({ one }) => text(one.value) },
    { heading: 'Importo', width: 16, cell: ({ one }) => cents(one.cents) },
    { heading: 'Stato', width: 14, cell: ({ one }) => text(STATE_WORDS[one.state]) },
  ]
}

function findingColumns(plan: Plan): readonly Column<Finding>[] {
  const titles = titlesOf(plan)
  return [
    {
      heading: 'Intervento',
      width: 32,
      cell: ({ intervention }) => text(intervention && titles.get(intervention)),
    },
    { heading: 'Regola', width: 10, cell: ({ rule }) => text(rule) },
    { heading: 'Esito', width: 20, cell: ({ verdict }) => text(VERDICT_WORDS[verdict]) },
    {
      heading: 'Gravità',
      width: 14,
      cell: ({ verdict, severity }) => text(verdict === 'fails' ? SEVERITY[severity] : ''),
    },
    { heading: 'Che cosa risulta', width: 70, cell: ({ sentence }) => text(sentence.it) },
    { heading: 'Che cosa fare', width: 54, cell: ({ remedy }) => text(remedy.it) },
  ]
}
