import { remembered } from '../../remembered.ts'
import { holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Action, Commitment, Partner } from '../plan.ts'
import { quoted } from '../wording.ts'

/** What a partner puts on the table is confirmed by its delegate; until then one does not know whether it will be there. */
export const par2: Check = {
  id: 'PAR-2',
  title: { it: 'Ogni impegno è confermato', en: 'Every commitment is confirmed' },
  run(plan) {
    const partners = new Map(plan.partners.map((partner) => [partner.id, partner]))
    return plan.actions.flatMap((action) =>
      action.partners.flatMap((commitment) => {
        const partner = partners.get(commitment.partner)
        return partner ? [answerFor(commitment, partner, action)] : []
      }),
    )
  },
}

const answerFor = remembered(({ link, state }: Commitment, partner: Partner, action: Action): Answer => {
  const [who, what] = [quoted(partner), quoted(action)]
  const subject = { intervention: action.intervention, cards: [partner.id, action.id], links: [link] }
  return state === 'confirmed'
    ? holds(subject, {
        it: `${who.it} ha confermato il suo impegno in ${what.it}.`,
        en: `${who.en} has confirmed its commitment to ${what.en}.`,
      })
    : notYetKnown(
        subject,
        {
          it: `${who.it} non ha ancora confermato il suo impegno in ${what.it}.`,
          en: `${who.en} has not confirmed its commitment to ${what.en} yet.`,
        },
        {
          it: 'Quando chi rappresenta il soggetto lo conferma, segna l’impegno come confermato.',
          en: 'Once its delegate confirms it, mark the commitment as confirmed.',
        },
        { kind: 'confirmCommitment', link },
      )
})
