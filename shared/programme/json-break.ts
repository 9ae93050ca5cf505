/** Where a text stops being JSON, from 1. */
export interface JsonBreak {
  readonly line: number
  readonly column: number
}

/** Where a text that `JSON.parse` refused stops being JSON (RFC 8259): engines say it each in their way, or not at all. */
export function jsonBreak(text: string): JsonBreak {
  const before = text.slice(0, breakAt(text)).split(/\r\n?|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'more'

function breakAt(text: string): number {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
    const sign = text[at] ?? ''
    const closes = sign === '}' || sign === ']'
    if (closes && (wanted === 'more' || wanted.endsWith(sign))) {
      if (open.pop() !== (sign === '}' ? '{' : '[')) return at
      wanted = 'more'
      at++
    } else if (wanted === 'more' || wanted === ':') {
      if (sign !== (wanted === ':' ? ':' : ',') || open.length === 0) return at
      wanted = wanted === 'more' && open.at(-1) === '{' ? 'key' : 'value'
      at++
    } else if (wanted.startsWith('value') && (sign === '{' || sign === '[')) {
      open.push(sign)
      wanted = sign === '{' ? 'key or }' : 'value or ]'
      at++
    } else {
      const { end, isWhole } = sign === '"' ? string(text, at) : plain(text, at)
      if (!isWhole || (sign !== '"' && wanted.startsWith('key'))) return isWhole ? at : end
      wanted = wanted.startsWith('key') ? ':' : 'more'
      at = end
    }
  }
  return text.length
}

function skip(text: string, from: number): number {
  let at = from
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++
  return at
}

interface Token {
  readonly end: number
  readonly isWhole: boolean
}

function string(text: string, from: number): Token {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '"') return { end: at + 1, isWhole: true }
    if (sign < ' ') return { end: at, isWhole: false }
    if (sign !== '\\') continue
    const escape = /^(?:["\\/bfnrt]|u[\da-f]{4})/i.exec(text.slice(at + 1, at + 6))
    if (!escape) return { end: at, isWhole: false }
    at += escape[0].length
  }
  return { end: text.length, isWhole: false }
}

/** A number or one of the three words. */
function plain(text: string, from: number): Token {
  const found = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/.exec(
    text.slice(from, from + 400),
  )
  return { end: from + (found?.[0].length ?? 0), isWhole: found !== null }
}
