import { remembered } from '../../remembered.ts'
import { fill, search } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { membersOf, type Members } from '../members.ts'
import type { Partner } from '../plan.ts'
import { namesOf, quoted } from '../wording.ts'

/** "La costruzione di nuovi rapporti con il terzo settore fino alla realizzazione di vere e proprie partnership". */
export const par1: Check = {
  id: 'PAR-1',
  title: { it: 'Il terzo settore è al tavolo', en: 'The third sector is at the table' },
  run(plan) {
    const partners = new Map(plan.partners.map((partner) => [partner.id, partner]))
    return membersOf(plan).map((members) =>
      answerFor(
        members,
        members.intervention.partners.flatMap((id) => partners.get(id) ?? []),
      ),
    )
  },
}

const answerFor = remembered(
  ({ intervention, actions: [first] }: Members, present: readonly Partner[]): Answer => {
    const name = quoted(intervention)
    const third = present.filter((partner) => partner.thirdSector)
    const unsaid = present.filter((partner) => partner.type === null)
    const about = (some: readonly Partner[]) => ({
      intervention: intervention.id,
      cards: [intervention.id, ...some.map((partner) => partner.id)],
    })
    if (third.length > 0) {
      const names = namesOf(third)
      return holds(about(third), {
        it: `Il terzo settore partecipa a ${name.it}: ${names.it}.`,
        en: `The third sector takes part in ${name.en}: ${names.en}.`,
      })
    }
    if (unsaid.length > 0) {
      const names = namesOf(unsaid)
      return notYetKnown(
        about(unsaid),
        {
          it: `Non si sa ancora se il terzo settore partecipa a ${name.it}.`,
          en: `It is not known yet whether the third sector takes part in ${name.en}.`,
        },
        { it: `Indica che tipo di soggetto è ${names.it}.`, en: `State what kind of body ${names.en} is.` },
        unsaid[0] && fill(unsaid[0].id, 'partnerType'),
      )
    }
    return fails(
      about(present),
      {
        it: `Nessun ente del terzo settore partecipa a ${name.it}.`,
        en: `No third-sector body takes part in ${name.en}.`,
      },
      {
        it: 'Collega a un’azione l’associazione, la cooperativa o la fondazione che se ne occupa.',
        en: 'Link to an action the association, cooperative or foundation that works on it.',
      },
      first && search(first.id, 'commits', 'to'),
    )
  },
)
