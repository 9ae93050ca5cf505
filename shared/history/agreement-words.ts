import type { Sentence } from '../plan/finding.ts'
import type { OfAgreement } from './fact.ts'
import { quotedText, say } from './words.ts'

type Said = Extract<OfAgreement['mark'], { what: 'said' }>

/** What was done about a version put to the partners: `ha risposto «d’accordo» per «Coop» alla versione «Piano»`. */
export function agreementWords({ mark }: OfAgreement): Sentence {
  const version = quotedText(mark.label)
  switch (mark.what) {
    case 'proposed':
      return say(
        `ha proposto ai partner la versione ${version.it}, impronta ${mark.sha256}`,
        `put the version ${version.en} to the partners, fingerprint ${mark.sha256}`,
      )
    case 'named': {
      const party = quotedText(mark.party.name)
      return mark.delegate === null
        ? say(
            `ha tolto la delega a chi rispondeva per ${party.it} alla versione ${version.it}`,
            `took back who answers for ${party.en} to the version ${version.en}`,
          )
        : say(
            `ha indicato chi risponde per ${party.it} alla versione ${version.it}`,
            `named who answers for ${party.en} to the version ${version.en}`,
          )
    }
    case 'said':
      return saidWords(mark, version)
    case 'agreed':
      return say(
        `ha registrato che la versione ${version.it} è concordata, impronta ${mark.sha256}`,
        `put on record that the version ${version.en} is agreed, fingerprint ${mark.sha256}`,
      )
    case 'withdrawn':
      return say(`ha ritirato la versione ${version.it}`, `withdrew the version ${version.en}`)
  }
}

const ANSWERS: Readonly<Record<Said['answer'], Sentence>> = {
  agree: { it: '«d’accordo»', en: '“agreed”' },
  abstain: { it: '«astensione»', en: '“abstention”' },
  object: { it: '«obiezione»', en: '“objection”' },
}

/** A reason is told whole: it is what the round puts on record. */
function saidWords({ party, answer, reason }: Said, version: Sentence): Sentence {
  const [who, what] = [quotedText(party.name), ANSWERS[answer]]
  const words = reason.replace(/\s+/g, ' ').trim()
  const [itWhy, enWhy] = words === '' ? ['', ''] : [`: «${words}»`, `: “${words}”`]
  return say(
    `ha risposto ${what.it} per ${who.it} alla versione ${version.it}${itWhy}`,
    `answered ${what.en} for ${who.en} to the version ${version.en}${enWhy}`,
  )
}
