import { fillFirst, type FillableField } from '../act.ts'
import { fails, holds } from '../answers.ts'
import type { Check } from '../check.ts'
import type { Sentence } from '../finding.ts'
import type { Intervention } from '../plan.ts'
import { listed, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/**
 * "Modalità/dispositivi organizzativi volti a favorire l’integrazione … con particolare riferimento alla fase di
 * progettazione, di selezione dei destinatari e alla tempistica": one arrangement is declared for each of the three.
 */
export const se2: Check = {
  id: 'SE-2',
  title: {
    it: 'Dispositivi organizzativi per progettazione, destinatari e tempistica',
    en: 'Arrangements for design, recipients and timing',
  },
  run: eachIntervention(({ intervention }) => {
    const name = quoted(intervention)
    const subject = { intervention: intervention.id, cards: [intervention.id] }
    const open = undeclared(intervention)
    const missing = listed(open.map(({ word }) => word))
    return missing.it === ''
      ? holds(subject, {
          it: `${name.it} dichiara i dispositivi per progettazione, destinatari e tempistica.`,
          en: `${name.en} declares its arrangements for design, recipients and timing.`,
        })
      : fails(
          subject,
          {
            it: `In ${name.it} nessun dispositivo organizzativo è dichiarato per ${missing.it}.`,
            en: `${name.en} declares no arrangement for ${missing.en}.`,
          },
          {
            it: `Scrivi nell’intervento come azioni materiali e immateriali si accordano per ${missing.it}.`,
            en: `Write in the intervention how material and immaterial actions are made to agree on ${missing.en}.`,
          },
          fillFirst(
            intervention.id,
            open.map(({ field }) => field),
          ),
        )
  }),
}

interface Phase {
  readonly key: keyof Intervention['arrangements']
  readonly field: FillableField
  readonly word: Sentence
}

const PHASES: readonly Phase[] = [
  { key: 'design', field: 'arrangementDesign', word: { it: 'la progettazione', en: 'design' } },
  {
    key: 'recipients',
    field: 'arrangementRecipients',
    word: { it: 'la selezione dei destinatari', en: 'the selection of recipients' },
  },
  { key: 'timing', field: 'arrangementTiming', word: { it: 'la tempistica', en: 'timing' } },
]

const undeclared = ({ arrangements }: Intervention): Phase[] =>
  PHASES.filter(({ key }) => arrangements[key] === '')
