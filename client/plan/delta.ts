import type { Finding } from '../../shared/plan/finding.ts'

/** Findings told by what changed: most edits leave nearly all of them as they were. */
export interface FindingsDelta {
  /** For each finding its place among those told before, or -1 for the next of `fresh`. */
  readonly places: Int32Array<ArrayBuffer>
  readonly fresh: readonly Finding[]
}

/** Remembers what it told last, and tells the difference. */
export class DeltaWriter {
  #told = new Map<string, number>()

  write(findings: readonly Finding[]): FindingsDelta {
    const places = new Int32Array(findings.length)
    const fresh: Finding[] = []
    const told = new Map<string, number>()
    findings.forEach((finding, at) => {
      const key = JSON.stringify(finding)
      const place = this.#told.get(key) ?? -1
      places[at] = place
      if (place < 0) fresh.push(finding)
      told.set(key, at)
    })
    this.#told = told
    return { places, fresh }
  }
}

/** The findings that a delta tells, given those told before. Those that stayed are the same objects. */
export function readDelta(before: readonly Finding[], { places, fresh }: FindingsDelta): Finding[] {
  let next = 0
  return Array.from(places, (place) => {
    const finding = place < 0 ? fresh[next++] : before[place]
    if (!finding) throw new Error('a delta of findings does not fit those told before')
    return finding
  })
}
