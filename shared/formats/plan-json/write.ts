import { encodeUtf8 } from 'lib0/string'
import type { ExportInput } from '../format.ts'
import { planDocument } from './document.ts'
import { frozenDocument } from './frozen-document.ts'

/** `plan.json`: the canonical plan (UTF-8, two spaces, LF), as `plan-1.schema.json` and docs/formats.md say. */
export function writePlan(input: ExportInput): Uint8Array {
  const { version, authors, exportedAt } = input
  const document = version ? frozenDocument(version, authors, exportedAt) : planDocument(input)
  return encodeUtf8(`${JSON.stringify(document, null, 2)}\n`)
}
