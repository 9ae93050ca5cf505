import type { Kind } from '../board/card.ts'
import type { LinkKind } from '../board/link.ts'
import type { Sentence } from '../plan/finding.ts'
import type { Name } from './fact.ts'

export const say = (it: string, en: string): Sentence => ({ it, en })

/** How the story calls things: kinds with their articles, links as verbs, fields as the panel names them. */

interface KindWords {
  /** «il bisogno»; with the Italian `di` and `da` before it. */
  readonly the: Sentence
  readonly of: string
  readonly from: string
  /** «un bisogno». */
  readonly a: Sentence
}

const kind = (the: string, of: string, from: string, a: string, en: string): KindWords => ({
  the: { it: the, en: `the ${en}` },
  of,
  from,
  a: { it: a, en: /^[aeiou]/.test(en) ? `an ${en}` : `a ${en}` },
})

const masculine = (it: string, en: string): KindWords =>
  kind(`il ${it}`, `del ${it}`, `dal ${it}`, `un ${it}`, en)
const feminine = (it: string, en: string): KindWords =>
  kind(`la ${it}`, `della ${it}`, `dalla ${it}`, `una ${it}`, en)
const elided = (it: string, en: string, one: string): KindWords =>
  kind(`l’${it}`, `dell’${it}`, `dall’${it}`, `${one}${it}`, en)

const KINDS: Readonly<Record<Kind, KindWords>> = {
  need: masculine('bisogno', 'need'),
  action: elided('azione', 'action', 'un’'),
  axis: elided('asse', 'axis', 'un '),
  fund: masculine('fondo', 'fund'),
  partner: masculine('soggetto', 'partner'),
  context: elided('intervento in corso', 'ongoing intervention', 'un '),
  note: feminine('nota', 'note'),
  intervention: elided('intervento', 'intervention', 'un '),
  zone: feminine('zona', 'zone'),
}

/** `il bisogno «Spazi per i giovani»`, `the need “Spazi per i giovani”`; without a title `un bisogno senza titolo`. */
export const the = ({ kind, title }: Name): Sentence => called(title, KINDS[kind].the, KINDS[kind].a)

/** `il bisogno`, `the need`. */
export const bare = ({ kind }: Name): Sentence => KINDS[kind].the

/** `del bisogno «…»`, `dal …`; in English as `the`. */
export const ofThe = (name: Name): Sentence => after('of', 'di', name)
export const fromThe = (name: Name): Sentence => after('from', 'da', name)

function after(form: 'of' | 'from', word: string, { kind, title }: Name): Sentence {
  const { the, a, [form]: joined } = KINDS[kind]
  return called(title, { it: joined, en: the.en }, { it: `${word} ${a.it}`, en: a.en })
}

/** `«Sede»`, or what kind of card it is when it has no title. */
export const short = (name: Name): Sentence => (name.title.trim() === '' ? the(name) : quotedText(name.title))

export const quotedText = (text: string): Sentence => {
  const words = clipped(text)
  return { it: `«${words}»`, en: `“${words}”` }
}

const MOST = 90
/** A text in a sentence stays one line, and short. */
export function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= MOST ? line : `${letters.slice(0, MOST - 1).join('')}…`
}

function called(title: string, the: Sentence, a: Sentence): Sentence {
  if (title.trim() === '') return { it: `${a.it} senza titolo`, en: `${a.en} without a title` }
  const { it, en } = quotedText(title)
  return { it: `${the.it} ${it}`, en: `${the.en} ${en}` }
}

/** What making, and taking away, a link of a kind says of its two ends. */
export const LINKS: Readonly<Record<LinkKind, Sentence>> = {
  answers: { it: 'risponde a', en: 'answers' },
  programmedUnder: { it: 'sta sotto', en: 'comes under' },
  finances: { it: 'finanzia', en: 'finances' },
  enables: { it: 'abilita', en: 'enables' },
  commits: { it: 'si impegna per', en: 'commits to' },
  complements: { it: 'è complementare a', en: 'complements' },
  relates: { it: 'è collegato a', en: 'is related to' },
}

/** Fields of cards and links. One that is not here is called by its own name. */
export const FIELD_NAMES: Readonly<Record<string, Sentence>> = {
  places: say('il territorio', 'the places'),
  targetGroups: say('i destinatari', 'the target groups'),
  source: say('chi lo dice', 'who says so'),
  notTakenUp: say('perché non è accolto', 'why it is not taken up'),
  nature: say('la natura', 'the nature'),
  designLevel: say('il livello di progettazione', 'the design level'),
  start: say('l’inizio', 'the start'),
  end: say('la fine', 'the end'),
  costCents: say('il costo', 'the cost'),
  operationCode: say('il codice operazione', 'the operation code'),
  sameOperationAs: say('«forse è la stessa operazione di»', '“perhaps the same operation as”'),
  cup: say('il CUP', 'the project code (CUP)'),
  needsPlace: say('«ha bisogno di uno spazio fisico»', '“needs a physical place”'),
  indicators: say('gli indicatori', 'the indicators'),
  axis: say('l’asse', 'the axis'),
  fund: say('la fonte', 'the source'),
  ceilingCents: say('il tetto', 'the ceiling'),
  programme: say('il programma', 'the programme'),
  euRate: say('la quota europea', 'the Union’s share'),
  partnerType: say('il tipo di soggetto', 'what it is'),
  taxCode: say('il codice fiscale', 'the tax code'),
  runts: say('il numero RUNTS', 'the RUNTS number'),
  sector: say('il settore', 'the sector'),
  contact: say('il contatto', 'the contact'),
  cents: say('l’importo', 'the amount'),
  declared: say('i totali dichiarati', 'the declared totals'),
  arrangementDesign: say('i dispositivi di progettazione', 'the arrangements for design'),
  arrangementRecipients: say('i dispositivi verso i destinatari', 'the arrangements for recipients'),
  arrangementTiming: say('i dispositivi sui tempi', 'the arrangements for timing'),
  spaces: say('gli spazi', 'the spaces'),
  specificObjective: say('l’obiettivo specifico', 'the specific objective'),
  years: say('la divisione per anni', 'the division by year'),
  reason: say('la ragione', 'the reason'),
  role: say('la parte', 'the part'),
  commitment: say('che cosa mette', 'what it puts in'),
  value: say('quanto mette', 'how much it puts in'),
  state: say('lo stato', 'the state'),
  label: say('le parole', 'the words'),
  kind: say('che cosa dice', 'what it says'),
  from: say('da dove parte', 'where it starts'),
  to: say('dove arriva', 'where it ends'),
  title: say('il titolo', 'the title'),
  city: say('la città', 'the city'),
}

/** Choices, as the panel words them. */
export const CHOICES: Readonly<Record<string, Sentence>> = {
  material: say('materiale', 'material'),
  immaterial: say('immateriale', 'immaterial'),
  digital: say('digitale', 'digital'),
  none: say('nessun progetto', 'no design'),
  feasibility: say('fattibilità', 'feasibility'),
  preliminary: say('preliminare', 'preliminary'),
  definitive: say('definitivo', 'definitive'),
  executive: say('esecutivo', 'executive'),
  municipality: say('comune', 'municipality'),
  association: say('associazione', 'association'),
  cooperative: say('cooperativa', 'cooperative'),
  foundation: say('fondazione', 'foundation'),
  company: say('impresa', 'company'),
  citizens: say('cittadini', 'citizens'),
  publicBody: say('ente pubblico', 'public body'),
  other: say('altro', 'other'),
  insideLead: say('capofila (comune)', 'lead (municipality)'),
  outsideLead: say('capofila (partner)', 'lead (partner)'),
  partner: say('partner', 'partner'),
  proposed: say('proposto', 'proposed'),
  confirmed: say('confermato', 'confirmed'),
  space: say('spazi', 'spaces'),
  hours: say('ore di lavoro', 'working hours'),
  volunteers: say('volontari', 'volunteers'),
  coFunding: say('cofinanziamento', 'co-funding'),
  equipment: say('attrezzature', 'equipment'),
}
