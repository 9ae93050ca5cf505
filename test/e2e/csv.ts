/** Rows of a semicolon-separated text after RFC 4180, read here by hand: not by the code that wrote it. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r?\n|$)/y
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`No CSV after ${JSON.stringify(text.slice(0, cell.lastIndex).slice(-40))}.`)
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ';' && cell.lastIndex < text.length) rows.push([])
    if (end === ';' && cell.lastIndex === text.length) rows.at(-1)?.push('')
  }
  return rows
}
