import type { Plan } from '../../plan/plan.ts'
import { euro } from '../../money.ts'
import type { ExportInput } from '../format.ts'
import { versionDates, versionTitle } from '../version-words.ts'
import { facts, gap, opening, paragraphs, ruled, title, type Block } from './blocks.ts'
import { counted, italianDate, named } from '../words.ts'

/** First page: what this is, whose, when, how much, and the fingerprint that ties it to `plan.json`. */
export function cover({ plan, exportedAt, version }: ExportInput, sha256: string): Block[] {
  const { programme, city, ledger } = plan
  return [
    opening('Dossier del piano'),
    title(named(plan)),
    ruled([city?.name, programme.title].filter(Boolean).join(' · '), 'Sottotitolo'),
    facts([
      ['Città', city ? `${city.name} (codice ISTAT ${city.istat})` : 'Da indicare'],
      ['Programma', `${programme.title}\nCCI ${programme.cci}${unverified(programme.verified)}`],
      [
        'Periodo di ammissibilità',
        `dal ${italianDate(programme.period.start)} al ${italianDate(programme.period.end)}${unverified(programme.period.verified)}`,
      ],
      ['Contenuto', contentOf(plan)],
      ['Totale del piano', { text: euro(ledger.totalCents), as: 'strong' }],
      ...(version ? [['Versione', `${versionTitle(version)}\n${versionDates(version)}`] as const] : []),
      ['Data del documento', italianDate(exportedAt)],
    ]),
    gap(),
    gap(),
    gap(),
    ...paragraphs('Impronta del piano (SHA-256)', 'Occhiello'),
    ...(sha256.match(/.{32}/g) ?? []).flatMap((half) =>
      paragraphs((half.match(/.{8}/g) ?? []).join(' '), 'Impronta'),
    ),
    ...paragraphs(
      'È l’impronta del file plan.json dello stesso piano: se una virgola del piano cambia, cambia anche l’impronta. Due documenti con la stessa impronta descrivono lo stesso piano.',
      'Nota',
    ),
  ]
}

const unverified = (verified: boolean): string => (verified ? '' : ' (da verificare)')

const contentOf = ({ interventions, actions, needs }: Plan): string =>
  [
    ...(interventions.length > 0 ? [counted(interventions.length, 'intervento', 'interventi')] : []),
    counted(actions.length, 'azione', 'azioni'),
    ...(needs.length > 0 ? [counted(needs.length, 'bisogno', 'bisogni')] : []),
  ].join(', ')
