import * as Y from 'yjs'
import type { FieldsOf, Kind } from '../../../shared/board/card.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { linkCards } from '../../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import type { LinkFieldsOf, LinkKind } from '../../../shared/board/link.ts'
import type { Author } from '../../../shared/formats/format.ts'
import type { CardId, LinkId } from '../../../shared/ids.ts'

/** A board that uses everything a plan can hold, with ids of its own, so that two boards are equal. */
export function richBoard(): Y.Doc {
  const doc = new Y.Doc()
  setHeader(doc, {
    title: 'Abitare e lavorare a San Paolo',
    programme: 'pn-metro-plus-2021-2027',
    city: 'Bari',
  })
  const card = <K extends Kind>(kind: K, id: string, title: string, fields: FieldsOf<K>, body = ''): void => {
    const at = [0, Object.keys(doc.getMap('cards').toJSON()).length * 140] as const
    addCard(doc, { kind, at, id: id as CardId, title, body, fields })
  }
  let links = 0
  const link = <K extends LinkKind>(from: string, kind: K, to: string, fields: LinkFieldsOf<K>): void => {
    const id = `link${String(links++).padStart(3, '0')}` as LinkId
    linkCards(doc, { kind, from: from as CardId, to: to as CardId, id, fields })
  }

  card(
    'intervention',
    'casa',
    'Casa delle opportunità',
    {
      arrangementDesign:
        'Un gruppo di progetto unico tra Lavori pubblici e Servizi sociali, ogni due settimane.',
      arrangementTiming: 'I servizi cominciano quando il piano terra è agibile.',
      declared: [{ label: 'Delibera di indirizzo', cents: 200_000_000 }],
      spaces: 4,
    },
    'Un edificio comunale in disuso diventa il luogo in cui si cerca casa, si impara e si lavora.',
  )
  card('intervention', 'strada', 'Educativa di strada', { spaces: 0 })

  card('action', 'lavori', 'Recupero dell’edificio di via Capo Scardicchio', {
    intervention: 'casa',
    nature: 'material',
    designLevel: 'executive',
    start: '2026-03-02',
    end: '2027-06-30',
    costCents: 120_000_000,
    cup: 'J89I24000140001',
    operationCode: 'BA7.5.1.1a',
    places: ['San Paolo'],
    targetGroups: ['Famiglie in disagio abitativo'],
    indicators: [
      {
        type: 'output',
        code: 'RCO113',
        label: 'Popolazione interessata da progetti integrati',
        unit: 'persone',
        target: 2400,
      },
    ],
  })
  card(
    'action',
    'servizi',
    'Sportello casa e lavoro',
    {
      intervention: 'casa',
      nature: 'immaterial',
      needsPlace: true,
      start: '2027-07-01',
      end: '2028-12-31',
      costCents: 65_000_050,
      places: ['San Paolo', 'Stanic'],
      targetGroups: ['Neo-maggiorenni', 'Famiglie in disagio abitativo'],
      indicators: [
        { type: 'result', label: 'Persone che trovano un lavoro entro sei mesi', unit: '%', target: 12.5 },
      ],
      inferred: ['costCents'],
    },
    'Orientamento, accompagnamento e mediazione.\nOgni persona ha un riferimento unico.',
  )
  card('action', 'educatori', 'Educatori nei cortili', { intervention: 'strada', nature: 'immaterial' })
  card('action', 'piattaforma', 'Piattaforma delle disponibilità', {
    nature: 'digital',
    costCents: 4_000_000,
  })

  card('axis', 'asse5', 'Servizi', { axis: '5' })
  card('axis', 'asse7', 'Rigenerazione', { axis: '7' })
  card('fund', 'fse', 'FSE+', { fund: 'ESF', ceilingCents: 60_000_000, euRate: 0.4 })
  card('fund', 'fesr', 'FESR', { fund: 'ERDF', ceilingCents: 130_000_000, euRate: 0.4 })
  card('fund', 'fondazione', 'Fondazione di comunità', { fund: 'private', programme: 'Bando Quartieri 2026' })
  card('partner', 'lavoripubblici', 'Comune di Bari', {
    partnerType: 'municipality',
    sector: 'Ripartizione Lavori pubblici',
    taxCode: '80015010723',
  })
  card('partner', 'cooperativa', 'Cooperativa sociale Il Cortile', {
    partnerType: 'cooperative',
    taxCode: '00743110157',
    runts: '48713',
  })
  card('context', 'pinqua', 'Riqualificazione dell’edilizia residenziale pubblica', {
    programme: 'PINQuA',
    cents: 500_000_000,
  })
  card('need', 'casa1', 'Trovare una casa in affitto senza busta paga', {
    source: 'Assemblea di quartiere del 14 ottobre',
    places: ['San Paolo'],
    targetGroups: ['Famiglie in disagio abitativo'],
  })
  card('need', 'casa2', 'Non sappiamo a chi chiedere per la casa', {
    source: 'Sportello sociale',
    mergedInto: 'casa1',
  })
  card('need', 'lavoro', 'Un primo lavoro vicino a casa', {})
  card('need', 'bus', 'Un autobus la sera', {
    source: 'Telefono',
    notTakenUp: 'competenza dell’azienda dei trasporti, avvisata',
  })
  card('need', 'verde', 'Giardini illuminati', {})

  link('lavori', 'answers', 'casa1', {})
  link('servizi', 'answers', 'casa1', {})
  link('servizi', 'answers', 'lavoro', {})
  link('lavori', 'programmedUnder', 'asse7', { specificObjective: 'RSO5.1' })
  link('servizi', 'programmedUnder', 'asse5', { specificObjective: 'ESO4.11' })
  link('educatori', 'programmedUnder', 'asse5', {})
  link('fesr', 'finances', 'lavori', { cents: 100_000_000, years: { 2026: 40_000_000, 2027: 60_000_000 } })
  link('fondazione', 'finances', 'lavori', { cents: 5_000_000 })
  link('fse', 'finances', 'servizi', { cents: 65_000_050 })
  link('lavori', 'enables', 'servizi', { reason: 'lo sportello apre al piano terra' })
  link('servizi', 'complements', 'pinqua', {})
  link('lavoripubblici', 'commits', 'lavori', { role: 'insideLead', state: 'confirmed' })
  link('cooperativa', 'commits', 'servizi', {
    role: 'outsideLead',
    commitment: 'hours',
    value: '1.200 ore l’anno di educatori',
    state: 'confirmed',
  })
  link('cooperativa', 'commits', 'educatori', {
    role: 'partner',
    commitment: 'coFunding',
    cents: 1_500_000,
    state: 'proposed',
  })
  return doc
}

export const RICH_AUTHORS: ReadonlyMap<CardId, Author> = new Map([
  ['casa1' as CardId, { name: 'Anna', organisation: 'Comitato San Paolo', at: '2026-10-14T18:20:00.000Z' }],
  ['lavoro' as CardId, { name: '', organisation: '', at: '2026-10-14T18:31:00.000Z' }],
  ['bus' as CardId, { name: 'Bruno', organisation: '', at: '2026-10-14T18:40:00.000Z' }],
])
