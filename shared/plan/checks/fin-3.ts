import { fundName } from '../../programme/fund-name.ts'
import type { Axis, Programme } from '../../programme/programme.ts'
import { fill, type Act } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check } from '../check.ts'
import type { Action, FundingRow } from '../plan.ts'
import { listed, quoted } from '../wording.ts'
import { eachAction } from './each.ts'

/**
 * A structural fund pays only under the axes that the programme gives to it. Other public and private money may stand
 * beside it under any axis; money of another programme follows the rules of that one.
 */
export const fin3: Check = {
  id: 'FIN-3',
  title: { it: 'Il fondo è ammesso su quell’asse', en: 'The fund is admitted on that axis' },
  run: eachAction((action, programme) =>
    action.funding
      .filter((row) => row.programme === programme.id && action.axes.length > 0)
      .map((row) => answerFor(row, action, programme)),
  ),
}

function answerFor(row: FundingRow, action: Action, programme: Programme): Answer {
  const fund = quoted({ title: row.fundTitle })
  const name = quoted(action)
  const subject = {
    intervention: action.intervention,
    cards: [row.fund, action.id, ...action.axes.map((axis) => axis.card)],
    links: [row.link],
  }
  const pays = { it: `${fund.it} paga ${name.it}`, en: `${fund.en} pays ${name.en}` }
  const doubt = {
    it: `Non si sa ancora se ${fund.it} può pagare ${name.it}.`,
    en: `It is not known yet whether ${fund.en} may pay ${name.en}.`,
  }
  if (row.source === null || row.source === 'mixed')
    return notYetKnown(
      subject,
      doubt,
      {
        it: `Indica la fonte di ${fund.it}, o dividila in una scheda per ogni fondo.`,
        en: `State the source of ${fund.en}, or split it into one card a fund.`,
      },
      fill(row.fund, 'fund'),
    )
  const { source } = row
  if (source !== 'ERDF' && source !== 'ESF')
    return holds(subject, {
      it: `${pays.it} con una fonte ammessa ovunque.`,
      en: `${pays.en} from a source admitted everywhere.`,
    })

  const codes = row.axis === null ? action.axes.map((axis) => axis.code) : [row.axis]
  const axes = codes.map((code) => programme.axes.find((axis) => axis.code === code))
  const known = axes.filter((axis): axis is Axis => axis !== undefined)
  const unsure = known.length < axes.length || known.some((axis) => !axis.fundVerified)
  const admitted = known.filter((axis) => axis.funds.includes(source))
  const word = fundName(programme, source)
  const paid: Act = { kind: 'fillLink', card: action.id, link: row.link, field: 'axis' }
  const place = listed(known.map((axis) => ({ it: axis.code, en: axis.code })))
  if (known.length > 0 && admitted.length === axes.length && !unsure)
    return holds(subject, {
      it: `${pays.it} sotto ${programme.axisWord.it} ${place.it}, che ammette ${word.it}.`,
      en: `${pays.en} under ${programme.axisWord.en} ${place.en}, which admits ${word.en}.`,
    })
  if (admitted.length === 0 && !unsure)
    return fails(
      subject,
      {
        it: `${pays.it} con ${word.it}, che ${programme.axisWord.it} ${place.it} non ammette.`,
        en: `${pays.en} with ${word.en}, which ${programme.axisWord.en} ${place.en} does not admit.`,
      },
      {
        it: `Collega un fondo che ${programme.axisWord.it} ${place.it} ammette, o sposta l’azione sotto un altro asse.`,
        en: `Link a fund that ${programme.axisWord.en} ${place.en} admits, or move the action under another axis.`,
      },
    )
  return notYetKnown(
    subject,
    doubt,
    unsure
      ? {
          it: `Verifica nel programma quale fondo ammette l’asse di ${name.it}: il dato manca o non è verificato.`,
          en: `Look up in the programme which fund the axis of ${name.en} admits: it is missing or not verified here.`,
        }
      : {
          it: `Di’ sul finanziamento quale asse di ${name.it} paga.`,
          en: `Say on the financing link which axis of ${name.en} it pays.`,
        },
    unsure ? undefined : paid,
  )
}
