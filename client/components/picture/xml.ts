/** What an attribute may hold; `undefined` leaves it out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element of an XML document as text. Children are markup already: texts go through `words`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : words(value ?? '')}"`)
  const inside = children.join('')
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`
}

/** A text as XML may hold it: nothing in it is markup, and what XML forbids altogether becomes "�". */
export function words(text: string): string {
  return text.replace(NEVER, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** Two decimals are finer than any printer. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters but for tab and line ends, halves of characters that stand alone, and two that are none. */
const NEVER = new RegExp(
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]' +
    '|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  'g',
)
