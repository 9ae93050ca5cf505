import type { PartyStanding, ProposedVersion } from './agreement-api.ts'

/**
 * The partners for whom a person may answer, as the server will decide it: those whose delegate they are; who is nobody's
 * delegate yet but may write on the table can also come forward for one that has none.
 */
export function maySpeakAs(
  { parties }: Pick<ProposedVersion, 'parties'>,
  me: string | null,
  canWrite: boolean,
): readonly PartyStanding[] {
  if (me === null) return []
  const mine = parties.filter(({ delegate }) => delegate?.id === me)
  if (mine.length > 0 || !canWrite) return mine
  return parties.filter(({ delegate }) => delegate === null)
}
