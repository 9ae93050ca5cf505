// Computes the fingerprint of a plan.json of Tavolo again, with nothing but Node (20 or newer):
//
//     node verify-plan.mjs plan.json [fingerprint]
//
// It shares no code with Tavolo. What is hashed: docs/formats.md, "Canonical JSON and fingerprints" (RFC 8785). Compares with
// plan.sha256, with the agreement that the file carries, and with a fingerprint noted elsewhere (the cover of a dossier: spaces
// do not matter). Exits with 1 when one of them differs, with 2 when the file is no plan.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const say = (line) => process.stdout.write(`${line}\n`)
const [path, noted] = process.argv.slice(2)
const plan = readPlan()
const { exportedAt: _, agreement, ...rest } = plan
const { sha256: stated, ...head } = plan.plan
// Files of 1.0 and 1.1 were hashed with the authors of the needs.
const needs = /^1\.[01]$/.test(plan.schemaVersion)
  ? plan.needs
  : plan.needs.map(({ author: _, ...need }) => need)
const computed = createHash('sha256')
  .update(canonical({ ...rest, plan: head, needs }))
  .digest('hex')

say(`${plan.plan.title}: ${computed}`)
const asked = [
  // The plan as a server keeps it of an agreement is the text that was hashed: no fingerprint can stand in it.
  ...(stated === undefined ? [] : [['plan.sha256', stated]]),
  ...(agreement ? [[`agreement «${agreement.label}» (${agreement.state})`, agreement.sha256]] : []),
  ...(noted ? [['the one that was given', noted.replace(/\s/g, '').toLowerCase()]] : []),
]
for (const [what, sha256] of asked) say(`${sha256 === computed ? 'ok' : 'NO'} ${what}: ${sha256}`)
process.exitCode = asked.every(([, sha256]) => sha256 === computed) ? 0 : 1

function readPlan() {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof read.plan.title === 'string' && Array.isArray(read.needs)) return read
    throw new Error('no plan and no needs in it')
  } catch (error) {
    say(`node verify-plan.mjs plan.json [fingerprint]: ${path ?? 'no file'} is no plan (${error.message})`)
    process.exit(2)
  }
}

// Keys sorted by UTF-16 code units, no white space, numbers and strings as JSON.stringify writes them.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
