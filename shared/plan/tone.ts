import type { Finding } from './finding.ts'

/**
 * How loud a finding is, the same in the canvas, the list, the exports and over HTTP: what fails calls (`error`,
 * `warning`), what is not known yet is told quietly (`open`), because a board is unfinished most of its life.
 */
export type Tone = 'error' | 'warning' | 'open' | 'information' | 'fine'

export function toneOf({ verdict, severity }: Pick<Finding, 'verdict' | 'severity'>): Tone {
  if (verdict === 'holds') return 'fine'
  if (severity === 'information') return 'information'
  return verdict === 'notYetKnown' ? 'open' : severity
}

/** From what calls loudest to what is in order: the order of every list of findings. */
export const TONES: readonly Tone[] = ['error', 'warning', 'open', 'information', 'fine']

/** Whether a finding is counted on cards and in the bar. */
export const calls = (finding: Pick<Finding, 'verdict' | 'severity'>): boolean => {
  const tone = toneOf(finding)
  return tone === 'error' || tone === 'warning'
}
