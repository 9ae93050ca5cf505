import fc from 'fast-check'
import { decodeUtf8 } from 'lib0/string'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { FieldsOf } from '../../../../shared/board/card.ts'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { linkCards } from '../../../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../../../shared/board/commands/set-header.ts'
import type { ExportInput } from '../../../../shared/formats/format.ts'
import { writeOperations } from '../../../../shared/formats/operations-csv/write.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { MODELS } from '../../../../shared/models/list.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import { inputOf, modelDoc, modelInput } from '../export-input.ts'

const HEADINGS = [
  'CodiceProgramma_ProgrammeID',
  'Programma_Programme',
  'CodiceLocaleProgetto_OperationLocalIdentifier',
  'CodiceUnicoProgetto_UniqueProjectCode',
  'TitoloProgetto_OperationName',
  'SintesiProgetto_OperationSummary',
  'DataAggiornamento_LastUpdate',
  'CodiceFiscaleBeneficiario_BeneficiaryTaxCode',
  'NomeBeneficiario_BeneficiaryName',
  'CostoTotale_TotalCost',
  'CostoAmmesso_TotalEligibleExpenditure',
  'Fondo_Fund',
  'Ciclo_Period',
  'CategoriaOperazione_CategoryIntervention',
  'ObiettivoSpecifico_SpecificObjective',
  'DataInizioOperazione_OperationStartDate',
  'DataFineOperazione_OperationEndDate',
  'TassoCofinanziamentoUE_EUCofinancingRate',
  'Paese_Country',
  'CodicePostale_Postcode',
]

/** Rows of a delimited text by the rules of RFC 4180, read without the writer's library. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (quoted && char === '"' && text[at + 1] === '"') cell += text[++at] as string
    else if (char === '"') quoted = !quoted
    else if (!quoted && (char === ';' || char === '\n')) {
      rows.at(-1)?.push(char === '\n' ? cell.replace(/\r$/, '') : cell)
      cell = ''
      if (char === '\n') rows.push([])
    } else cell += char
  }
  return rows.slice(0, -1)
}

const written = (input: ExportInput): string => decodeUtf8(writeOperations(input))
const forExcel = (input: ExportInput): ExportInput => ({ ...input, options: { for: 'excel' } })
const cellOf = (input: ExportInput, heading: string): string =>
  rowsOf(written(input).replace('\uFEFF', ''))[1]?.[HEADINGS.indexOf(heading)] ?? 'no such cell'

function boardWith(action: FieldsOf<'action'> & { readonly title?: string; readonly body?: string }): Y.Doc {
  const { title, body, ...fields } = action
  const doc = new Y.Doc()
  setHeader(doc, { title: 'Prova', programme: 'pn-metro-plus-2021-2027', city: 'Bari' })
  addCard(doc, {
    kind: 'action',
    at: [0, 0],
    id: ACTION,
    ...(title && { title }),
    ...(body && { body }),
    fields,
  })
  return doc
}

const ACTION = 'action' as CardId
const idOf = (id: CardId | null): CardId => {
  if (!id) throw new Error('the board is not full')
  return id
}

describe('operations.csv', () => {
  it('has the twenty bilingual columns in their order, even when there is no action', () => {
    const text = written(inputOf(new Y.Doc()))
    expect(text).toBe(`${HEADINGS.join(';')}\n`)
  })

  it.each([
    ['quartieri-connessi', 3],
    ['hub-innovazione-inclusiva', 1],
    ['centro-prima-accoglienza', 3],
    ['agenzia-sociale-casa', 12],
  ])('of %s has one row an action', (id, count) => {
    const rows = rowsOf(written(modelInput(id)))
    expect(rows).toHaveLength(count + 1)
    expect(rows.every((row) => row.length === 20)).toBe(true)
  })

  it('tells the premises of Quartieri Connessi as the slide does', () => {
    const [, premises] = rowsOf(written(modelInput('quartieri-connessi')))
    expect(premises).toEqual([
      '2014IT16M2OP004',
      'PON Città Metropolitane 2014-2020',
      '',
      '',
      'Ristrutturazione locali (portinerie, negozi…)',
      '',
      '2026-11-22',
      '',
      '',
      '1112332.00',
      '1112332.00',
      'FESR',
      '2014-2020',
      '',
      '',
      '',
      '',
      '',
      'IT',
      '',
    ])
  })

  it('keeps codes as printed and dates in ISO form', () => {
    const input = inputOf(
      boardWith({
        operationCode: 'NA 3.2.2.c',
        cup: ' J89I24000140001',
        start: '2026-03-05',
        end: '2027-01-31',
      }),
    )
    expect(cellOf(input, 'CodiceLocaleProgetto_OperationLocalIdentifier')).toBe('NA 3.2.2.c')
    expect(cellOf(input, 'CodiceUnicoProgetto_UniqueProjectCode')).toContain('J89I24000140001')
    expect(cellOf(input, 'DataInizioOperazione_OperationStartDate')).toBe('2026-03-05')
    expect(cellOf(input, 'DataFineOperazione_OperationEndDate')).toBe('2027-01-31')
  })

  it('joins several funds and objectives by three colons, in the order of the programme', () => {
    const doc = boardWith({})
    for (const [id, axis, fund, specificObjective] of [
      ['one', '5', 'ESF', 'ESO4.11'],
      ['two', '7', 'ERDF', 'RSO5.1'],
    ] as const) {
      const at = idOf(
        addCard(doc, { kind: 'axis', at: [0, 0], id: `axis-${id}` as CardId, fields: { axis } }),
      )
      linkCards(doc, { kind: 'programmedUnder', from: ACTION, to: at, fields: { specificObjective } })
      const from = idOf(
        addCard(doc, { kind: 'fund', at: [0, 0], id: `fund-${id}` as CardId, fields: { fund } }),
      )
      linkCards(doc, { kind: 'finances', from, to: ACTION, fields: { cents: 100_00, axis: at } })
    }
    expect(cellOf(inputOf(doc), 'Fondo_Fund')).toBe('FESR:::FSE+')
    expect(cellOf(inputOf(doc), 'ObiettivoSpecifico_SpecificObjective')).toBe('ESO4.11:::RSO5.1')
  })

  it('counts as eligible only the money of the programme, and weighs its European share', () => {
    const doc = boardWith({ costCents: 500_00 })
    const finance = (id: string, cents: number, fields: FieldsOf<'fund'>): void => {
      const from = idOf(addCard(doc, { kind: 'fund', at: [0, 0], id: id as CardId, fields }))
      linkCards(doc, { kind: 'finances', from, to: ACTION, fields: { cents } })
    }
    finance('erdf', 300_00, { fund: 'ERDF', euRate: 0.85 })
    finance('esf', 100_00, { fund: 'ESF', euRate: 0.4 })
    finance('other', 50_00, { fund: 'private', programme: 'Fondazione' })
    const input = inputOf(doc)
    expect(cellOf(input, 'CostoTotale_TotalCost')).toBe('500.00')
    expect(cellOf(input, 'CostoAmmesso_TotalEligibleExpenditure')).toBe('400.00')
    expect(cellOf(input, 'TassoCofinanziamentoUE_EUCofinancingRate')).toBe('73.75')
    finance('unknown', 1_00, { fund: 'ERDF' })
    expect(cellOf(inputOf(doc), 'TassoCofinanziamentoUE_EUCofinancingRate')).toBe('')
  })

  it('names who leads, inside the municipality first, and masks persons', () => {
    const doc = boardWith({})
    const lead = (id: string, title: string, taxCode: string, role: 'insideLead' | 'outsideLead'): void => {
      const from = idOf(
        addCard(doc, { kind: 'partner', at: [0, 0], id: id as CardId, title, fields: { taxCode } }),
      )
      linkCards(doc, { kind: 'commits', from, to: ACTION, fields: { role } })
    }
    lead('person', 'Bruno', 'RSSBRN80A01F205X', 'outsideLead')
    expect(cellOf(inputOf(doc), 'CodiceFiscaleBeneficiario_BeneficiaryTaxCode')).toBe('*CODICE FISCALE*')
    expect(cellOf(inputOf(doc), 'NomeBeneficiario_BeneficiaryName')).toBe('*INDIVIDUO*')
    lead('city', 'Comune', '00743110157', 'insideLead')
    expect(cellOf(inputOf(doc), 'CodiceFiscaleBeneficiario_BeneficiaryTaxCode')).toBe('00743110157')
    expect(cellOf(inputOf(doc), 'NomeBeneficiario_BeneficiaryName')).toBe('Comune')
    expect(cellOf(forExcel(inputOf(doc)), 'CodiceFiscaleBeneficiario_BeneficiaryTaxCode')).toBe(
      "'00743110157",
    )
  })

  it('gives back every text as it was written, quotes, separators and line ends included', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const input = inputOf(docOf(whole))
        const text = written(input)
        expect(text.startsWith('\uFEFF')).toBe(false)
        const rows = rowsOf(text).slice(1)
        expect(rows.map((row) => [row[4], row[5]])).toEqual(
          input.plan.actions.map((action) => [action.title, action.summary]),
        )
        expect(rows.every((row) => row.length === 20)).toBe(true)
      }),
    )
  })
})

describe('operations.csv for a spreadsheet', () => {
  it('has a byte order mark, Windows line ends and the decimal comma', () => {
    const text = written(forExcel(modelInput('quartieri-connessi')))
    expect(text.startsWith('\uFEFFCodiceProgramma_ProgrammeID;')).toBe(true)
    expect(text).toContain(';1354687,50;1354687,50;')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it.each(['=1+1', '+39 02', '-5', '@casa', '\tx', '\rx', '\nx', '＝1', '0012', '12345678901234567'])(
    'lets no spreadsheet compute the text %j',
    (title) => {
      expect(cellOf(forExcel(inputOf(boardWith({ title }))), 'TitoloProgetto_OperationName')).toBe(
        `'${title}`,
      )
      expect(cellOf(inputOf(boardWith({ title })), 'TitoloProgetto_OperationName')).toBe(title)
    },
  )

  it('has no cell that opens a formula, whatever is on the board', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const cells = rowsOf(written(forExcel(inputOf(docOf(whole)))).replace('\uFEFF', '')).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('leaves ordinary text alone', () => {
    const plain = MODELS.flatMap((model) => rowsOf(written(inputOf(modelDoc(model)))).map((row) => row[4]))
    const excel = MODELS.flatMap((model) =>
      rowsOf(written(forExcel(inputOf(modelDoc(model)))).replace('\uFEFF', '')).map((row) => row[4]),
    )
    expect(excel).toEqual(plain)
  })
})
