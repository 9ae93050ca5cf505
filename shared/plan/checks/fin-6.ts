import type { Programme } from '../../programme/programme.ts'
import { remembered } from '../../remembered.ts'
import { fill } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { FundCard } from '../plan.ts'
import { quoted } from '../wording.ts'

/** The Union pays no larger share of a structural fund than the programme allows. Asked of funds that pay something. */
export const fin6: Check = {
  id: 'FIN-6',
  title: {
    it: 'Il cofinanziamento dell’Unione sta nel tasso del programma',
    en: 'The Union’s share keeps to the programme’s rate',
  },
  run: ({ programme, funds }) =>
    funds
      .filter((fund) => fund.source === 'ERDF' || fund.source === 'ESF')
      .filter((fund) => fund.programme === programme.id && fund.assignedCents > 0)
      .flatMap((fund) => answersFor(fund, programme)),
}

const answersFor = remembered((fund: FundCard, { coFinancing }: Programme): Answer[] => {
  if (coFinancing === null) return []
  const { maxEuRate, verified } = coFinancing
  const name = quoted(fund)
  const subject = { intervention: null, cards: [fund.id], unverified: !verified }
  const limit = {
    it: `${percent(maxEuRate)} del programma${verified ? '' : ' (da verificare)'}`,
    en: `programme’s ${percent(maxEuRate)}${verified ? '' : ' (to be verified)'}`,
  }
  if (fund.euRate === null)
    return [
      notYetKnown(
        subject,
        {
          it: `Non si sa ancora quale quota di ${name.it} paga l’Unione; il limite è il ${limit.it}.`,
          en: `It is not known yet which share of ${name.en} the Union pays; the limit is the ${limit.en}.`,
        },
        { it: 'Scrivi sulla scheda del fondo la quota UE.', en: 'Write the Union’s share on the fund card.' },
        fill(fund.id, 'euRate'),
      ),
    ]
  const rate = percent(fund.euRate)
  return [
    fund.euRate <= maxEuRate
      ? holds(subject, {
          it: `L’Unione paga il ${rate} di ${name.it}, entro il ${limit.it}.`,
          en: `The Union pays ${rate} of ${name.en}, within the ${limit.en}.`,
        })
      : fails(
          subject,
          {
            it: `L’Unione pagherebbe il ${rate} di ${name.it}, più del ${limit.it}.`,
            en: `The Union would pay ${rate} of ${name.en}, more than the ${limit.en}.`,
          },
          {
            it: 'Riduci la quota UE o aggiungi una parte nazionale.',
            en: 'Lower the Union’s share or add a national part.',
          },
          fill(fund.id, 'euRate'),
        ),
  ]
})

/** `0.85` as `85%`, `0.6587` as `65,87%`: amounts are written the Italian way in both languages. */
const percent = (rate: number): string => `${String(Math.round(rate * 10_000) / 100).replace('.', ',')}%`
