/** An element as it was read. */
export interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Reads a document as strictly as XML asks, for want of a parser in Node: tags closed in order, attributes quoted and each once,
 * no bare `<` or `&`, no character that XML forbids. Throws with the place where it is broken.
 */
export function readXml(source: string): {
  readonly elements: readonly Read[]
  readonly texts: readonly string[]
} {
  const elements: Read[] = []
  const texts: string[] = []
  const open: string[] = []
  let at = 0
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${source.slice(Math.max(0, at - 40), at + 40)}`)
  }
  const step = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at += found[0].length
    return found
  }
  while (at < source.length) {
    const text = step(/[^<]+/y)?.[0]
    if (text !== undefined) {
      if (open.length === 0) fail('text outside of the root')
      texts.push(decoded(text, fail))
      continue
    }
    const closing = step(/<\/([a-zA-Z-]+)>/y)
    if (closing) {
      if (open.pop() !== closing[1]) fail('closed out of order')
      continue
    }
    const name = step(/<([a-zA-Z-]+)/y)?.[1] ?? fail('no tag')
    const attributes: Record<string, string> = {}
    for (let one = step(ATTRIBUTE); one; one = step(ATTRIBUTE)) {
      const [, key = '', value = ''] = one
      if (key in attributes) fail(`twice ${key}`)
      attributes[key] = decoded(value, fail)
    }
    elements.push({ name, attributes })
    if (!step(/\/>/y)) {
      if (!step(/>/y)) fail('tag not ended')
      open.push(name)
    }
  }
  if (open.length > 0) fail(`${open.join()} left open`)
  return { elements, texts }
}

const ATTRIBUTE = / ([a-zA-Z:-]+)="([^"<]*)"/y
/** What XML has no way to write: control characters but for tab and line ends, and two that are none. */
const isForbidden = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0
  return (code < 0x20 && !'\t\n\r'.includes(sign)) || code === 0xfffe || code === 0xffff
}

function decoded(text: string, fail: (why: string) => never): string {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(text)) fail('a bare &')
  if ([...text].some(isForbidden) || !isWhole(text)) fail('a character that XML forbids')
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Whether no half of a character stands alone. */
const isWhole = (text: string): boolean => {
  try {
    encodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
