import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { cardsOf } from '../../../../shared/board/schema.ts'
import { writeDossier } from '../../../../shared/formats/dossier-docx/write.ts'
import type { ExportInput } from '../../../../shared/formats/format.ts'
import { planDocument } from '../../../../shared/formats/plan-json/document.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import { aBoard, cardId } from '../../../builders/a-board.ts'
import { inputOf, modelInput } from '../export-input.ts'
import { RICH_AUTHORS, richBoard } from '../rich-board.ts'

async function partsOf(input: ExportInput): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDossier(input))
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const documentOf = async (input: ExportInput): Promise<string> =>
  (await partsOf(input))['word/document.xml'] ?? ''

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The text of each paragraph, with its style. */
const paragraphsOf = (xml: string): { readonly style: string; readonly text: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: plain(paragraph),
  }))

const headingsOf = (xml: string): string[] =>
  paragraphsOf(xml).flatMap(({ style, text }) =>
    style.startsWith('Heading') ? `${style.slice(7)} ${text}` : [],
  )

/** Tags that open are closed in order: what a reader asks of XML before anything else. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, end, name, empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g)) {
    if (end === '/' && open.pop() !== name) return false
    if (end === '' && empty === '') open.push(name ?? '')
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml)
}

describe('dossier.docx', () => {
  it('of Quartieri Connessi opens with its cover and goes from the summary to the open findings', async () => {
    const xml = await documentOf(modelInput('quartieri-connessi'))
    expect(paragraphsOf(xml).slice(0, 3)).toEqual([
      { style: 'Occhiello', text: 'Dossier del piano' },
      { style: 'Title', text: 'Quartieri Connessi' },
      { style: 'Sottotitolo', text: 'Milano · PON Città Metropolitane 2014-2020' },
    ])
    expect(headingsOf(xml)).toEqual([
      '1 Sintesi',
      '2 Le azioni',
      '2 Da sapere',
      '1 Come è nato il piano',
      '2 Da dove vengono i bisogni',
      '2 Che cosa ne è stato',
      '1 Quartieri Connessi',
      '2 Come stanno insieme le azioni',
      '2 Bisogni e chi li ha portati',
      '2 Azioni',
      '3 Ristrutturazione locali (portinerie, negozi…)',
      '3 Servizi per creare dialogo tra comunità e coesione sociale',
      '3 Piattaforma digitale come strumento di accesso agevolato alle informazioni',
      '2 Finanziamento',
      '2 Totali dichiarati',
      '1 Quadro finanziario',
      '2 Copertura',
      '2 Per fondo',
      '2 Per asse',
      '2 Per fondo e asse',
      '1 Tabelle dell’allegato V',
      '2 Tabella 10 · Dotazioni per anno',
      '2 Tabella 11 · Dotazioni per fondo',
      '1 Rilievi ancora aperti',
      '2 Quartieri Connessi',
      '2 Tutto il piano',
    ])
  })

  it('has its chapters in the order that the programme states, and none that it does not name', async () => {
    const input = modelInput('quartieri-connessi')
    const programme = { ...input.plan.programme, dossier: ['findings', 'ledger', 'summary'] as const }
    const chapters = headingsOf(await documentOf({ ...input, plan: { ...input.plan, programme } }))
    expect(chapters.filter((one) => one.startsWith('1 '))).toEqual([
      '1 Rilievi ancora aperti',
      '1 Quadro finanziario',
      '1 Sintesi',
    ])
  })

  it('tells where the needs came from, what became of each, and what was looked at before', async () => {
    const texts = paragraphsOf(await documentOf(inputOf(richBoard(), { authors: RICH_AUTHORS }))).map(
      ({ text }) => text,
    )
    for (const words of [
      'Al tavolo sono stati portati il 14/10/2026 5 bisogni, anche da Comitato San Paolo. 2 soggetti partecipano al piano. Prima di progettare è stato considerato 1 intervento già in corso.',
      'Unito a un altro bisogno, che parla anche per questo',
      'La ricognizione di ciò che è in corso',
      'Tabella 2 · Indicatori di output',
    ])
      expect(texts).toContain(words)
  })

  it.each([
    [
      'quartieri-connessi',
      ['3.029.519,50 €', '1.112.332,00 €', '562.500,00 €', '1.354.687,50 €', 'Tripla 1·3·4'],
    ],
    ['hub-innovazione-inclusiva', ['3.899.235,43 €', '4.036.735,43 €', '137.500,00 €', '7.049.235,43 €']],
    ['centro-prima-accoglienza', ['2.480.000,00 €', 'Doppia 3·4']],
    ['agenzia-sociale-casa', ['16.510.000,00 €', '11.800.000,00 €', '1.600.000,00 €', 'NA 3.2.2.c']],
  ])('of %s tells the exact figures of the source', async (id, figures) => {
    const text = plain(await documentOf(modelInput(id)))
    for (const figure of figures) expect(text).toContain(figure.replace(' €', '\u00a0€'))
  })

  it('says who raised each need, what became of it, and who had asked the same', async () => {
    const xml = await documentOf(inputOf(richBoard(), { authors: RICH_AUTHORS }))
    const texts = paragraphsOf(xml).map(({ text }) => text)
    expect(texts).toContain(
      'Assemblea di quartiere del 14 ottobre; scheda di Anna, Comitato San Paolo, 14/10/2026',
    )
    expect(texts).toContain('Sportello sociale')
    expect(texts).toContain('Scheda di chi non ha lasciato il nome, 14/10/2026')
    expect(texts).toContain('Non accolto: competenza dell’azienda dei trasporti, avvisata')
    expect(texts).toContain('Raccolto; nessuna azione risponde ancora')
  })

  it('tells schedule, places, targets, objective, partners and what is still to be stated', async () => {
    const texts = paragraphsOf(await documentOf(inputOf(richBoard()))).map(({ text }) => text)
    for (const known of [
      'dal 02/03/2026 al 30/06/2027',
      'San Paolo, Stanic',
      'Neo-maggiorenni, Famiglie in disagio abitativo',
      'Priorità 7 · Rigenerazione urbana',
      'Comune di Bari (capofila intramoenia)',
      'Ore di lavoro, 1.200 ore l’anno di educatori',
      'Sportello casa e lavoro: lo sportello apre al piano terra',
      'Risultato: Persone che trovano un lavoro entro sei mesi, valore obiettivo 12,5 %',
      '1.200.000,00\u00a0€, da coprire 150.000,00\u00a0€',
      'codice operazione, CUP',
      '2026: 400.000,00\u00a0€',
      'Bando Quartieri 2026',
      '−50.000,50\u00a0€',
    ])
      expect(texts).toContain(known)
    expect(texts.some((text) => text.startsWith('Obiettivo specifico RSO5.1: '))).toBe(true)
  })

  it('begins with its contents, each title leading to its place, and gives the codes of an action with their words', async () => {
    const { doc } = aBoard({
      programme: 'pn-metro-plus-2021-2027',
      cards: {
        works: { kind: 'action', at: [0, 0] },
        frame: { kind: 'intervention', at: [0, 0], size: [600, 400] },
      },
      links: [],
    })
    const works = cardsOf(doc).get(cardId('works'))
    works?.set('intervention', 'frame')
    works?.set('classifications', [
      { dimension: 'interventionField', code: '163' },
      { dimension: 'formOfSupport', code: '99' },
    ])
    const xml = await documentOf(inputOf(doc))
    const leads = [...xml.matchAll(/<w:hyperlink w:anchor="(\w+)"/g)].map(([, anchor]) => anchor)
    const places = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"/g)].map(([, name]) => name)
    expect(leads.length).toBeGreaterThan(4)
    expect(places).toEqual(leads)
    expect([...xml.matchAll(/PAGEREF (\w+) /g)].map(([, name]) => name)).toEqual(leads)
    const words = plain(xml)
    expect(words).toMatch(/Campo di intervento 163: Promozione dell'integrazione sociale.* \(da verificare\)/)
    expect(words).toContain('Forma di sostegno 99 (in nessun elenco noto)')
  })

  it('carries the fingerprint of the plan.json of the same plan', async () => {
    const input = inputOf(richBoard())
    const printed = paragraphsOf(await documentOf(input))
      .filter(({ style }) => style === 'Impronta')
      .map(({ text }) => text.replaceAll(' ', ''))
      .join('')
    expect(printed).toBe(planDocument(input).plan.sha256)
  })

  it('is in Italian, dated by its export, with heads that tables repeat on every page', async () => {
    const parts = await partsOf(modelInput('quartieri-connessi'))
    expect(parts['word/styles.xml']).toContain('w:lang w:val="it-IT"')
    expect(parts['docProps/core.xml']).toContain('<dc:language>it-IT</dc:language>')
    expect(parts['docProps/core.xml']).toContain('2026-11-22T09:30:00.000Z</dcterms:created>')
    expect(parts['word/fontTable.xml']).toContain('<w:altName w:val="Calibri"/>')
    const tables = (parts['word/document.xml'] ?? '').split('<w:tbl>').slice(1)
    const withHead = tables.filter((one) => one.includes('w:fill="EEF2F6"'))
    expect(withHead.length).toBeGreaterThan(5)
    expect(withHead.every((one) => /<w:tr><w:trPr>(<w:cantSplit\/>)?<w:tblHeader\/>/.test(one))).toBe(true)
  })

  it('says that nothing is open when nothing is', async () => {
    const input = inputOf(new Y.Doc())
    const xml = await documentOf({ ...input, plan: { ...input.plan, findings: [] } })
    expect(plain(xml)).toContain('Nessuno: tutte le regole')
  })

  it('stays readable whatever people typed', async () => {
    const doc = new Y.Doc()
    const title = 'a\u0000b\u0008c<d>&"e"\uFFFE\uD800f'
    addCard(doc, { kind: 'action', at: [0, 0], title, body: 'uno\u2028due\r\n\r\ntre' })
    const xml = await documentOf(inputOf(doc))
    expect(headingsOf(xml)).toContain('3 abc<d>&"e"f')
    expect(paragraphsOf(xml).map(({ text }) => text)).toEqual(expect.arrayContaining(['uno', 'due', 'tre']))
    await fc.assert(
      fc.asyncProperty(wholeBoards(), async (whole) => {
        for (const part of Object.values(await partsOf(inputOf(docOf(whole))))) {
          expect(isWellFormed(part)).toBe(true)
          expect(part).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
        }
      }),
      { numRuns: 20 },
    )
  })
})
