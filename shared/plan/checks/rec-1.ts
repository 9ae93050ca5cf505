import type { Programme } from '../../programme/programme.ts'
import { remembered } from '../../remembered.ts'
import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import type { Action, Context } from '../plan.ts'
import { sharedTags, tagKey } from '../tags.ts'
import { namesOf, quoted } from '../wording.ts'

/**
 * "Preliminare ricognizione del quadro degli interventi programmati e in corso con altre fonti": an ERDF action has been
 * compared with what already runs on its place for the same people, or with a context linked to it.
 */
export const rec1: Check = {
  id: 'REC-1',
  title: {
    it: 'Prima del FESR si è guardato che cosa c’è già',
    en: 'Before ERDF money somebody looked at what is there already',
  },
  run(plan) {
    const byPlace = groupedBy(plan.contexts, (context) => context.places.map(tagKey))
    const byId = new Map(plan.contexts.map((context) => [context.id, context]))
    return plan.actions
      .filter((action) => isErdf(action, plan.programme))
      .map((action) => {
        const linked = action.complements.flatMap((id) => byId.get(id) ?? [])
        const there = action.places.flatMap((place) => byPlace.get(tagKey(place)) ?? [])
        return answerFor(action, [...new Set([...linked, ...there.filter((one) => sameGroup(one, action))])])
      })
  },
}

/** Paid by ERDF, or under an axis that only ERDF pays while no money is linked yet. */
const isErdf = ({ funding, axes }: Action, programme: Programme): boolean =>
  funding.length > 0
    ? funding.some((row) => row.source === 'ERDF' && row.programme === programme.id)
    : axes.some(({ code }) => {
        const axis = programme.axes.find((one) => one.code === code)
        return axis !== undefined && axis.fundVerified && axis.funds.every((source) => source === 'ERDF')
      })

/** A context that names no target group is there for everybody. */
const sameGroup = (context: Context, action: Action): boolean =>
  context.targetGroups.length === 0 || sharedTags(action.targetGroups, context.targetGroups).length > 0

const answerFor = remembered((action: Action, contexts: readonly Context[]): Answer => {
  const name = quoted(action)
  const subject = {
    intervention: action.intervention,
    cards: [action.id, ...contexts.map((context) => context.id)],
  }
  if (contexts.length > 0) {
    const names = namesOf(contexts)
    return holds(subject, {
      it: `Per ${name.it} si è considerato che cosa c’è già: ${names.it}.`,
      en: `For ${name.en} what is there already was considered: ${names.en}.`,
    })
  }
  const missing =
    action.places.length === 0 ? 'places' : action.targetGroups.length === 0 ? 'targetGroups' : null
  if (missing !== null)
    return notYetKnown(
      subject,
      {
        it: `Non si sa ancora con quali interventi in corso confrontare ${name.it}.`,
        en: `It is not known yet with which running interventions to compare ${name.en}.`,
      },
      {
        it: 'Indica territorio e destinatari dell’azione.',
        en: 'State the places and target groups of the action.',
      },
      fill(action.id, missing),
    )
  return fails(
    subject,
    {
      it: `Per ${name.it}, pagata dal FESR, nessun intervento in corso è stato considerato su quel territorio e per quei destinatari.`,
      en: `For ${name.en}, paid by ERDF, no running intervention was considered on its place and for its target groups.`,
    },
    {
      it: 'Metti sul tavolo, o collega, ciò che già si fa lì con altre fonti.',
      en: 'Put on the table, or link, what already runs there with other money.',
    },
    search(action.id, 'complements', 'either'),
  )
})
