import { Refused } from './refused.ts'

/** What a scan tells, in the order of the text. Names come without their prefix. */
export interface XmlVisitor {
  /** `attributes` is the text between the name and the end of the tag: see `attribute`. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(value: string): void
}

const DEEPEST = 100

/**
 * Reads XML from start to end without building a tree. Tolerant of prefixes, comments and order; strict where files are made
 * to do harm: no DOCTYPE, so that there are no entities but the five of XML and numbers, and no more than 100 levels.
 * Throws Refused, also for a text that is cut short.
 */
export function scanXml(text: string, visitor: XmlVisitor): void {
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    const tag = text.indexOf('<', at)
    if (tag < 0) break
    if (tag > at && open.length > 0) visitor.text(decoded(text.slice(at, tag)))
    if (text.startsWith('<!--', tag)) at = after(text, '-->', tag + 4)
    else if (text.startsWith('<![CDATA[', tag)) {
      at = after(text, ']]>', tag)
      visitor.text(text.slice(tag + 9, at - 3))
    } else if (text[tag + 1] === '?') at = after(text, '?>', tag)
    else if (text[tag + 1] === '!') throw new Refused('declaresEntities')
    else at = element(text, tag, open, visitor)
  }
  if (open.length > 0) throw cutShort()
}

function element(text: string, tag: number, open: string[], visitor: XmlVisitor): number {
  const end = tagEnd(text, tag)
  const inside = text.slice(tag + 1, end)
  if (inside.startsWith('/')) {
    const name = local(inside.slice(1).trim())
    if (open.pop() !== name) throw cutShort()
    visitor.close(name)
    return end + 1
  }
  const alone = inside.endsWith('/')
  const [full = ''] = /^[^\s/]+/.exec(inside) ?? []
  const name = local(full)
  visitor.open(name, inside.slice(full.length, alone ? -1 : undefined))
  if (alone) visitor.close(name)
  else if (open.push(name) > DEEPEST) throw cutShort()
  return end + 1
}

/** The sign that ends a tag; a value in quotes may hold it too. */
function tagEnd(text: string, tag: number): number {
  for (let at = tag + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '>') return at
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1)
      if (at < 0) break
    }
  }
  throw cutShort()
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  if (at < 0) throw cutShort()
  return at + sign.length
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** One attribute of a tag, without its prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = PATTERNS.get(name)
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    PATTERNS.set(name, pattern)
  }
  const match = pattern.exec(attributes)
  return match ? decoded(match[1] ?? match[2] ?? '') : null
}

/** Asked a million times for a handful of names. */
const PATTERNS = new Map<string, RegExp>()

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
        if (typeof name === 'string') return ENTITIES[name] ?? whole
        const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
      })
    : text

const cutShort = (): Refused => new Refused('notThisKind', 'spreadsheet')
