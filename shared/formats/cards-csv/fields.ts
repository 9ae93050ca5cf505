import {
  CARD_KINDS,
  DESIGN_LEVELS,
  FUND_SOURCES,
  NATURES,
  PARTNER_TYPES,
  THEMES,
  type CardKind,
} from '../../board/card.ts'
import { EVERYDAY_NAMES } from '../../programme/fund-name.ts'
import { THEME_NAMES } from '../../programme/words.ts'
import {
  choice,
  choices,
  day,
  flag,
  lines,
  money,
  share,
  values,
  words,
  type ReadValue,
} from '../incoming/read-value.ts'
import { DESIGN_LEVEL, NATURE, PARTNER_TYPE } from '../words.ts'

/** A field that a column of a table can fill. */
export interface TableField {
  /** The key on the card; `title` and `body` are its texts, `kind` says which card it is, `interventionTitle` in which frame. */
  readonly key: string
  readonly it: string
  readonly en: string
  /** Other words by which a heading may call it. */
  readonly also: readonly string[]
  readonly read: ReadValue
}

/** The fields of a kind, in the order in which they are offered. Italian names are the headings of the workbook's sheets. */
export const fieldsOf = (kind: CardKind): readonly TableField[] => [TITLE, BODY, ...OF_KIND[kind]]

/** `also` is parted by `|`. */
function field(key: string, it: string, en: string, read: ReadValue, also = ''): TableField {
  return { key, it, en, also: also.split('|').filter((name) => name !== ''), read }
}

/** The column that says of each row which card it is. */
export const KIND_FIELD = field('kind', 'Tipo di scheda', 'Kind of card', words, 'tipo|scheda|type|card')

const TITLE = field(
  'title',
  'Titolo',
  'Title',
  words,
  'nome|name|oggetto|denominazione|iniziativa|denominazione iniziativa|nome iniziativa|denominazione progetto|nome progetto|titolo intervento|titolo progetto|intervento|progetto|project|bisogno|azione|soggetto|need|action|ente',
)
const BODY = field(
  'body',
  'Testo',
  'Text',
  words,
  'descrizione|description|sintesi|summary|note|notes|dettagli',
)

const TAGS = [
  field(
    'targetGroups',
    'Destinatari',
    'Target groups',
    values,
    'target|target group|gruppi target|beneficiari finali|utenti|utenza',
  ),
  field(
    'places',
    'Territori',
    'Places',
    values,
    'territorio|luogo|luoghi|quartiere|quartieri|zona|municipio|comune|place|neighbourhood|area',
  ),
]
const DATES = [
  field(
    'start',
    'Inizio',
    'Start',
    day('first'),
    'data inizio|data di inizio|data avvio|data di avvio|avvio|dal|start date',
  ),
  field('end', 'Fine', 'End', day('last'), 'data fine|data di fine|conclusione|termine|al|end date|scadenza'),
]
const THEME = field(
  'themes',
  'Politiche',
  'Policies',
  choices(named(THEMES, (one) => [THEME_NAMES[one].it, THEME_NAMES[one].en])),
  'tema|temi|themes|politica',
)
const CODE = field(
  'operationCode',
  'Codice operazione',
  'Operation code',
  words,
  'codice|codice locale|codice progetto|code',
)
const PROGRAMME = field(
  'programme',
  'Programma',
  'Programme',
  words,
  'fonte di finanziamento|program|piano|fondo|finanziamento',
)
const SOURCES = named(FUND_SOURCES, (one) => [
  EVERYDAY_NAMES[one].it,
  EVERYDAY_NAMES[one].en,
  ...(one === 'ESF' ? ['FSE+', 'ESF+'] : []),
])

const OF_KIND: Readonly<Record<CardKind, readonly TableField[]>> = {
  need: [
    field(
      'source',
      'Chi lo dice',
      'Who says so',
      words,
      'fonte|origine|da chi|source|proposto da|segnalato da',
    ),
    ...TAGS,
    field('notTakenUp', 'Non accolto perché', 'Not taken up because', words),
  ],
  action: [
    field('interventionTitle', 'Intervento', 'Intervention', words, 'progetto integrato'),
    field('nature', 'Natura', 'Nature', choice(named(NATURES, (one) => [NATURE[one]])), 'tipo'),
    field(
      'costCents',
      'Costo',
      'Cost',
      money,
      'costo totale|importo|budget|euro|amount|valore|costo complessivo',
    ),
    ...DATES,
    ...TAGS,
    field(
      'designLevel',
      'Livello di progettazione',
      'Design level',
      choice(named(DESIGN_LEVELS, (one) => [DESIGN_LEVEL[one]])),
      'progettazione',
    ),
    field('needsPlace', 'Ha bisogno di un luogo', 'Needs a place', flag),
    THEME,
    CODE,
    field('sameOperationAs', 'Forse la stessa operazione di', 'Maybe the same operation as', words),
    field('cup', 'CUP', 'CUP', words, 'codice unico progetto'),
    field('inferred', 'Dedotto, non dichiarato', 'Inferred, not stated', lines),
  ],
  axis: [field('axis', 'Asse', 'Axis', words, 'priorita|priority|codice asse')],
  fund: [
    field('fund', 'Fonte', 'Source', choice(SOURCES), 'fondo|fund'),
    PROGRAMME,
    field('ceilingCents', 'Tetto', 'Ceiling', money, 'dotazione|importo|massimale|budget'),
    field('euRate', 'Quota UE', 'Union share', share, 'tasso di cofinanziamento|cofinanziamento'),
  ],
  partner: [
    field(
      'partnerType',
      'Tipo',
      'Type',
      choice(named(PARTNER_TYPES, (one) => [PARTNER_TYPE[one]])),
      'natura giuridica|forma giuridica',
    ),
    field('taxCode', 'Codice fiscale', 'Tax code', words, 'cf|c f|partita iva|p iva|vat'),
    field(
      'runts',
      'Numero RUNTS',
      'RUNTS number',
      words,
      'runts|n runts|iscrizione runts|numero iscrizione runts|repertorio runts',
    ),
    field('sector', 'Settore', 'Sector', words, 'ufficio|direzione|area|office'),
    field('contact', 'Contatto', 'Contact', words, 'email|e mail|telefono|referente|phone'),
  ],
  context: [
    PROGRAMME,
    field(
      'cents',
      'Importo',
      'Amount',
      money,
      'costo|costo totale|importo totale|finanziamento totale|euro|budget|valore|risorse|amount|cost',
    ),
    ...DATES,
    ...TAGS,
    THEME,
    CODE,
    field('source', 'Fonte', 'Source', words, 'origine|link'),
  ],
  note: [],
}

/** What each kind may be called in a cell. */
export const KIND_NAMES: Readonly<Record<string, readonly string[]>> = named(
  CARD_KINDS,
  (kind) =>
    ({
      need: ['Bisogno', 'Bisogni', 'Fabbisogno', 'Needs'],
      action: ['Azione', 'Azioni', 'Actions'],
      axis: ['Asse', 'Assi', 'Priorità', 'Priority', 'Axes'],
      fund: ['Fondo', 'Fondi', 'Funds'],
      partner: ['Soggetto', 'Soggetti', 'Partners', 'Ente'],
      context: ['Intervento in corso', 'Interventi in corso', 'Contesto', 'Already running'],
      note: ['Nota', 'Notes'],
    })[kind],
)

function named<T extends string>(
  options: readonly T[],
  names: (option: T) => readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(options.map((option) => [option, names(option)]))
}
