import { fill, type Act } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Check } from '../check.ts'
import type { Sentence } from '../finding.ts'
import { isImmaterial, isMaterial } from '../members.ts'
import type { Action } from '../plan.ts'
import { sharedTags, unionOfTags } from '../tags.ts'
import { listed, quoted } from '../wording.ts'
import { eachIntervention } from './each.ts'

/** The material and the immaterial side serve a target group and a place in common. */
export const se5: Check = {
  id: 'SE-5',
  title: {
    it: 'Stessi destinatari e stesso territorio',
    en: 'Same target group and same place',
  },
  run: eachIntervention(({ intervention, actions }) => {
    const material = actions.filter(isMaterial)
    const immaterial = actions.filter(isImmaterial)
    if (material.length === 0 || immaterial.length === 0) return []
    const name = quoted(intervention)
    const subject = {
      intervention: intervention.id,
      cards: [intervention.id, ...material.map((one) => one.id), ...immaterial.map((one) => one.id)],
    }
    const groups = compared(material, immaterial, 'targetGroups', GROUPS)
    const places = compared(material, immaterial, 'places', PLACES)
    const apart = listed([groups, places].flatMap((side) => (side.disjoint ? [side.word] : [])))
    const missing = listed([...groups.missing, ...places.missing])
    if (apart.it !== '')
      return fails(
        subject,
        {
          it: `In ${name.it} le azioni materiali e quelle immateriali non hanno in comune ${apart.it}.`,
          en: `In ${name.en} material and immaterial actions do not share ${apart.en}.`,
        },
        {
          it: `Controlla nelle azioni ${apart.it}: almeno una voce deve essere la stessa dalle due parti.`,
          en: `Look at ${apart.en} in the actions: at least one entry must be the same on both sides.`,
        },
        immaterial[0] && fill(immaterial[0].id, groups.disjoint ? 'targetGroups' : 'places'),
      )
    if (missing.it !== '')
      return notYetKnown(
        subject,
        {
          it: `Non si sa ancora se in ${name.it} lavori e servizi sono per le stesse persone nello stesso posto.`,
          en: `It is not known yet whether in ${name.en} works and services are for the same people in the same place.`,
        },
        { it: `Indica ${missing.it}.`, en: `State ${missing.en}.` },
        groups.act ?? places.act,
      )
    const common = [...groups.common, ...places.common].join(', ')
    return holds(subject, {
      it: `In ${name.it} lavori e servizi hanno in comune: ${common}.`,
      en: `In ${name.en} works and services have in common: ${common}.`,
    })
  }),
}

const GROUPS: Sentence = { it: 'i destinatari', en: 'the target groups' }
const PLACES: Sentence = { it: 'il territorio', en: 'the places' }

interface Comparison {
  readonly word: Sentence
  readonly common: readonly string[]
  readonly disjoint: boolean
  readonly missing: readonly Sentence[]
  /** Where the first of what is missing is written. */
  readonly act: Act | undefined
}

function compared(
  material: readonly Action[],
  immaterial: readonly Action[],
  field: 'targetGroups' | 'places',
  word: Sentence,
): Comparison {
  const one = unionOfTags(material.map((action) => action[field]))
  const other = unionOfTags(immaterial.map((action) => action[field]))
  const common = sharedTags(one, other)
  const missing: Sentence[] = []
  if (one.length === 0)
    missing.push({ it: `${word.it} delle azioni materiali`, en: `${word.en} of the material actions` })
  if (other.length === 0)
    missing.push({ it: `${word.it} delle azioni immateriali`, en: `${word.en} of the immaterial actions` })
  const open = one.length === 0 ? material[0] : other.length === 0 ? immaterial[0] : undefined
  return {
    word,
    common,
    disjoint: missing.length === 0 && common.length === 0,
    missing,
    act: open && fill(open.id, field),
  }
}
