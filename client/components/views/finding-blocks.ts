import type { Finding, Sentence } from '../../../shared/plan/finding.ts'
import { TONES, toneOf, type Tone } from '../../../shared/plan/tone.ts'

/** What one rule says in one tone: its answers stand together, so that many of them read as one matter. */
export interface FindingBlock {
  readonly rule: string
  readonly tone: Tone
  readonly findings: readonly Finding[]
  /** What to do, when it is the same for all; else each finding says its own. */
  readonly remedy: Sentence | null
}

/** Findings by tone, the loudest first, then by rule in the order of the rules. */
export function blocksOf(findings: readonly Finding[]): FindingBlock[] {
  const blocks = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.rule} ${toneOf(finding)}`
    const there = blocks.get(key)
    if (there) there.push(finding)
    else blocks.set(key, [finding])
  }
  return [...blocks.values()].flatMap(blockOf).sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone))
}

function blockOf(findings: readonly Finding[]): FindingBlock[] {
  const [first] = findings
  if (!first) return []
  const shared = findings.every(({ remedy }) => remedy.it === first.remedy.it)
  return [{ rule: first.rule, tone: toneOf(first), findings, remedy: shared ? first.remedy : null }]
}
