import { encodeUtf8 } from 'lib0/string'
import type { ExportInput } from '../format.ts'
import { planDocument } from './document.ts'

/** `plan.json`: the canonical plan (UTF-8, two spaces, LF), as `plan-1.schema.json` and docs/formats.md say. */
export const writePlan = (input: ExportInput): Uint8Array =>
  encodeUtf8(`${JSON.stringify(planDocument(input), null, 2)}\n`)
