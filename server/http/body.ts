import type { Context } from 'hono'
import { z } from 'zod'
import { notJson, tooLarge, wrongInput } from './problems.ts'
import { languageOf, type WrongPlace } from './problem.ts'

const JSON_BYTES = 64 * 1024

/** The body of a request as bytes. Throws a Problem when it is longer than the limit, having read no more than that. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array> {
  const stream = c.req.raw.body
  if (!stream) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body of a request, parsed. Throws a Problem that names the first wrong place and lists them all. */
export async function readJson<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  const bytes = await readBytes(c, JSON_BYTES)
  let json: unknown
  try {
    json = bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw notJson()
  }
  const inLanguage = (language: 'it' | 'en'): WrongPlace[] => {
    const parsed = shape.safeParse(json, { error: z.locales[language]().localeError })
    return (parsed.error?.issues ?? []).map(({ path, message }) => ({
      place: path.map(String).join('.'),
      sentence: message,
    }))
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const [it, en] = [inLanguage('it'), inLanguage('en')]
  const [first] = it
  const place = first?.place ?? ''
  const told = (wrong: WrongPlace | undefined): string =>
    `${place === '' ? '' : `${place}: `}${wrong?.sentence ?? ''}`
  throw wrongInput(place, { it: told(first), en: told(en[0]) }, { errors: languageOf(c) === 'en' ? en : it })
}

/** One line of text that a person typed: spaces around and control characters taken off. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
    .pipe(z.string().max(max))

/** Text of several lines: control characters but line breaks and tabs taken off. */
export const filledText = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(max))

export const filledLine = (max: number) => line(max).pipe(z.string().min(1))
