import { counted } from '../words.ts'
import type { FrozenVersion } from '../format.ts'
import { answerWords, speakerWords, versionDates, versionTitle } from '../version-words.ts'
import { chapter, leading, paragraphs, table, type Block } from './blocks.ts'

/** What the partners said of the version that the dossier is made from; nothing when it is the board as it is. */
export function agreementChapter(version: FrozenVersion | undefined): Block[] {
  if (!version) return []
  const { parties, note } = version
  return [
    ...chapter('L’accordo'),
    ...leading(`${versionTitle(version)}. ${versionDates(version)}.`),
    ...paragraphs(note),
    ...leading(tally(version)),
    table({
      widths: [34, 20, 24, 22],
      long: true,
      head: ['Partner', 'Parere', 'Motivo', 'Per il partner'],
      rows: parties.map((party) => [party.name, answerWords(party), party.reason, speakerWords(party)]),
    }),
  ]
}

function tally({ parties }: FrozenVersion): string {
  const count = (answer: string | null): number => parties.filter((one) => one.answer === answer).length
  return [
    `${counted(count('agree'), 'partner d’accordo', 'partner d’accordo')} su ${parties.length}`,
    counted(count('abstain'), 'astensione', 'astensioni'),
    counted(count('object'), 'obiezione', 'obiezioni'),
    ...(count(null) > 0 ? [counted(count(null), 'non si è espresso', 'non si sono espressi')] : []),
  ]
    .join(', ')
    .concat('.')
}
