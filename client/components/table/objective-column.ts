import { editLink } from '../../../shared/board/commands/link-cards.ts'
import type { Card } from '../../../shared/board/card.ts'
import type { ActionAxis, Plan } from '../../../shared/plan/plan.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from './column.ts'

/** The specific objective of an action: it is of the link to its axis, among those that the programme has for that axis. */
export function objectiveColumn({ actions, programme }: Plan): Column {
  const axesOf = new Map(actions.map(({ id, axes }) => [id, axes]))
  const stated = (card: Card): readonly string[] =>
    (axesOf.get(card.id) ?? []).flatMap(({ specificObjective: one }) => (one === null ? [] : [one]))
  const objectives = new Map(
    programme.axes.flatMap(({ specificObjectives }) =>
      specificObjectives.map(({ code, title }) => [code, `${code} ${title}`] as const),
    ),
  )
  /** The links whose axis has the objective; of those that state one already, where it can be taken away. */
  const linksFor = (card: Card, code: string): readonly ActionAxis[] =>
    (axesOf.get(card.id) ?? []).filter((one) =>
      code === ''
        ? one.specificObjective !== null
        : programme.axes
            .find((axis) => axis.code === one.code)
            ?.specificObjectives.some((objective) => objective.code === code),
    )
  return {
    key: 'specificObjective',
    label: m.field_objective(),
    width: '240px',
    choices: [...objectives].map(([value, label]) => ({ value, label })),
    chosen: (card) => stated(card)[0] ?? '',
    text: (card) =>
      stated(card)
        .map((code) => objectives.get(code) ?? code)
        .join('; '),
    write(session, card, value) {
      const links = linksFor(card, value)
      if (links.length === 0 && value !== '') return m.table_objective_of_other_axis()
      session.act((doc) => {
        for (const { link } of links)
          editLink<'programmedUnder'>(doc, link, { specificObjective: value === '' ? undefined : value })
      })
      return null
    },
  }
}
