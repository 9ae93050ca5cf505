/** Whether a pasted text is cells of a spreadsheet, at least two rows of two, and not a list of lines, perhaps numbered or indented. */
export function isTable(text: string): boolean {
  const rows = text.split(/[\r\n\u2028]+/).filter((row) => row.trim() !== '')
  const isDivided = (row: string): boolean => row.replace(MARK, '').trim().includes('\t')
  return rows.length > 1 && rows.every((row) => row.includes('\t')) && rows.some(isDivided)
}

/** What a text editor writes before a line of a list. */
const MARK = /^\s*(?:[•·▪◦*–-]|\d+[.)])\s*/
