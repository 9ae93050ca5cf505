import { sum } from '../../money.ts'
import { groupedBy } from '../../plan/grouped-by.ts'
import type { Context, Fate, Plan } from '../../plan/plan.ts'
import type { Author } from '../format.ts'
import { counted, italianDate, joined } from '../words.ts'
import { chapter, heading, leading, table, type Block } from './blocks.ts'
import type { Book } from './book.ts'
import { amount, right } from './cells.ts'

/** How the plan came about: who raised the needs, what became of them, and what was looked at before designing. */
export function originChapter(book: Book): Block[] {
  const parts = [...sources(book.plan), ...fates(book.plan), ...reconnaissance(book.plan)]
  if (parts.length === 0) return []
  return [...chapter('Come è nato il piano'), ...leading(inOneSentence(book)), ...parts]
}

function inOneSentence({ plan, authors }: Book): string {
  const { needs, contexts, partners } = plan
  const known = needs.flatMap(({ id }) => authors.get(id) ?? [])
  const days = known.map(({ at }) => at.slice(0, 10)).sort()
  const [first, last] = [days[0], days.at(-1)]
  const when =
    !first || !last
      ? ''
      : first === last
        ? ` il ${italianDate(first)}`
        : ` dal ${italianDate(first)} al ${italianDate(last)}`
  const bodies = distinct(known.map(({ organisation }: Author) => organisation))
  return [
    needs.length > 0
      ? `Al tavolo ${needs.length === 1 ? 'è stato portato' : 'sono stati portati'}${when} ${counted(needs.length, 'bisogno', 'bisogni')}${bodies.length > 0 ? `, anche da ${joined(bodies)}` : ''}.`
      : '',
    partners.length > 0
      ? `${counted(partners.length, 'soggetto partecipa', 'soggetti partecipano')} al piano.`
      : '',
    contexts.length > 0
      ? `Prima di progettare ${contexts.length === 1 ? 'è stato considerato' : 'sono stati considerati'} ${counted(contexts.length, 'intervento già in corso', 'interventi già in corso')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const distinct = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word !== '')),
]

/** Where the needs were heard, the richest source first. */
function sources({ needs }: Plan): Block[] {
  if (needs.length === 0) return []
  const groups = [...groupedBy(needs, ({ source }) => [source.trim()])].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  return [
    heading(2, 'Da dove vengono i bisogni'),
    table({
      widths: [80, 20],
      long: true,
      head: ['Chi lo dice', right('Bisogni')],
      rows: groups.map(([source, own]) => [
        source === '' ? { text: 'Non indicato', as: 'quiet' as const } : source,
        right(String(own.length)),
      ]),
      total: ['Totale', right(String(needs.length))],
    }),
  ]
}

/** Every need counts once, those merged into another too: the sum is that of the sources. */
function fates({ needs }: Plan): Block[] {
  if (needs.length === 0) return []
  const groups = groupedBy(needs, ({ fate }) => [fate.kind])
  return [
    heading(2, 'Che cosa ne è stato'),
    table({
      widths: [80, 20],
      head: ['Esito', right('Bisogni')],
      rows: FATES.flatMap(([kind, words]) => {
        const own = groups.get(kind)
        return own ? [[words, right(String(own.length))]] : []
      }),
      total: ['Totale', right(String(needs.length))],
    }),
  ]
}

const FATES: readonly (readonly [Fate['kind'], string])[] = [
  ['financed', 'Un’azione risponde ed è finanziata'],
  ['answered', 'Un’azione risponde, senza finanziamento'],
  ['merged', 'Unito a un altro bisogno, che parla anche per questo'],
  ['notTakenUp', 'Non accolto, con il motivo'],
  ['raised', 'Raccolto; nessuna azione risponde ancora'],
]

/** What already ran with other money, by programme: it informed the plan and is in none of its sums. */
function reconnaissance({ contexts }: Plan): Block[] {
  if (contexts.length === 0) return []
  const groups = [...groupedBy(contexts, ({ programme }) => [programme.trim()])]
  const centsOf = (own: readonly Context[]) => sum(own.map(({ cents }) => cents ?? 0))
  return [
    heading(2, 'La ricognizione di ciò che è in corso'),
    table({
      widths: [54, 20, 26],
      long: true,
      head: ['Programma', right('Interventi'), right('Fuori dal totale')],
      rows: groups.map(([programme, own]) => [
        programme === '' ? { text: 'Non indicato', as: 'quiet' as const } : programme,
        right(String(own.length)),
        amount(centsOf(own)),
      ]),
      total: ['Totale', right(String(contexts.length)), amount(centsOf(contexts))],
    }),
  ]
}
