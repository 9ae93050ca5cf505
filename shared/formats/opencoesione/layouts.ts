/** A published list whose columns are known by name, and what of it a context can carry. */
export interface Layout {
  readonly title: string
  /** Headings by which it is known. */
  readonly marks: readonly string[]
  /** Ours, as `cards-csv/fields.ts` calls them or for filtering only, and theirs: the first that the file has. */
  readonly columns: readonly (readonly [ours: string, ...theirs: string[]])[]
}

/**
 * OpenCoesione, "Progetti con tracciato esteso": 199 columns in the cycles 2007-13 and 2014-20, 202 in 2021-27, whose other three
 * are not known. Columns are found by name, in any order. Source: shared list of columns in docs/formats.md.
 */
const EXTENDED: Layout = {
  title: 'OpenCoesione, tracciato esteso',
  marks: ['COD_LOCALE_PROGETTO', 'OC_TITOLO_PROGETTO'],
  columns: [
    ['Titolo', 'OC_TITOLO_PROGETTO'],
    ['Testo', 'OC_SINTESI_PROGETTO'],
    ['Programma', 'OC_DESCRIZIONE_PROGRAMMA'],
    // Net of what was saved: the amount that the portal shows.
    ['Importo', 'OC_FINANZ_TOT_PUB_NETTO', 'FINANZ_TOTALE_PUBBLICO'],
    ['Inizio', 'OC_DATA_INIZIO_PROGETTO'],
    ['Fine', 'OC_DATA_FINE_PROGETTO_EFFETTIVA', 'OC_DATA_FINE_PROGETTO_PREVISTA'],
    ['Territori', 'DEN_COMUNE'],
    ['Tema', 'OC_TEMA_SINTETICO'],
    ['Codice operazione', 'COD_LOCALE_PROGETTO'],
    ['Fonte', 'OC_LINK'],
    ['Stato', 'OC_STATO_PROGETTO'],
  ],
}

/** The list of operations of article 49 of Regulation (EU) 2021/1060, twenty bilingual columns (`operations-csv/columns.ts`). */
const OPERATIONS: Layout = {
  title: 'Lista operazioni 2021-27',
  marks: ['TitoloProgetto_OperationName', 'CodiceLocaleProgetto_OperationLocalIdentifier'],
  columns: [
    ['Titolo', 'TitoloProgetto_OperationName'],
    ['Testo', 'SintesiProgetto_OperationSummary'],
    ['Programma', 'Programma_Programme'],
    ['Importo', 'CostoTotale_TotalCost'],
    ['Inizio', 'DataInizioOperazione_OperationStartDate'],
    ['Fine', 'DataFineOperazione_OperationEndDate'],
    ['Codice operazione', 'CodiceLocaleProgetto_OperationLocalIdentifier'],
    ['Beneficiario', 'NomeBeneficiario_BeneficiaryName'],
  ],
}

export const LAYOUTS: readonly Layout[] = [EXTENDED, OPERATIONS]

/**
 * Which of the four policies a theme of OpenCoesione is about; the other themes are about none. The names are those of the
 * portal, not verified on the live file.
 */
export const POLICY_OF_THEME: Readonly<Record<string, string>> = {
  'inclusione sociale': 'inclusione sociale',
  'inclusione sociale e salute': 'inclusione sociale',
  'occupazione e lavoro': 'inclusione lavorativa',
  'occupazione e mobilita dei lavoratori': 'inclusione lavorativa',
  istruzione: 'povertà educativa e istruzione',
  'istruzione e formazione': 'povertà educativa e istruzione',
}
