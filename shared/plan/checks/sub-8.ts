import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import { isFiscalCode } from '../codes.ts'
import type { Partner } from '../plan.ts'
import { quoted } from '../wording.ts'

/** The fiscal code of a partner has the length of one and the right check character. */
export const sub8: Check = {
  id: 'SUB-8',
  title: { it: 'I codici fiscali sono giusti', en: 'Fiscal codes are right' },
  run: ({ partners }) => partners.flatMap((partner) => answersFor(partner)),
}

const answersFor = remembered((partner: Partner): Answer[] => {
  if (partner.taxCode === null) return []
  const name = quoted(partner)
  const subject = { intervention: null, cards: [partner.id] }
  return [
    isFiscalCode(partner.taxCode)
      ? holds(subject, {
          it: `Il codice fiscale di ${name.it} è scritto giusto.`,
          en: `The fiscal code of ${name.en} is written right.`,
        })
      : fails(
          subject,
          {
            it: `Il codice fiscale di ${name.it} contiene un errore.`,
            en: `The fiscal code of ${name.en} has a mistake in it.`,
          },
          {
            it: 'Ricopialo: 11 cifre per un ente, 16 caratteri per una persona.',
            en: 'Copy it again: 11 digits for a body, 16 characters for a person.',
          },
          fill(partner.id, 'taxCode'),
        ),
  ]
})
