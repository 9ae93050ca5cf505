/**
 * Puts a table into a document under its name: in the place of the one before, between two marks, or at the end. The rest of
 * the document stays as it is.
 */
export function pasted(document: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const block = `${open}\n\n${table.trim()}\n\n${close}`
  const [from, to] = [document.indexOf(open), document.indexOf(close)]
  if (from >= 0 && to > from) return document.slice(0, from) + block + document.slice(to + close.length)
  return document === '' ? `${block}\n` : `${document.trimEnd()}\n\n${block}\n`
}
