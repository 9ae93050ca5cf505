import { agreementMarkOf, markAgreement, type AgreementMark } from '../../shared/board/agreement-mark.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import type { Actor } from '../rooms/act.ts'
import type { AgreementEntry } from '../store/registry-data.ts'
import { agreementsOf, noteRecorded } from '../store/registry-agreements.ts'

type Keepers = Pick<House, 'registry' | 'rooms' | 'log'>

/**
 * Writes what the registry knows of the versions of a board into its log, one record each under the name of who did it,
 * beginning after what is there: so it is told in the story and chained. The registry decides and is asked first; what a
 * crash or a failing disk kept out of the log comes with the next act, or when the server starts. Never rejects.
 */
export async function recordAgreements({ registry, rooms, log }: Keepers, board: BoardId): Promise<void> {
  const all = agreementsOf(registry, board)
  try {
    await rooms.use(board, (room) =>
      room.change('server', (doc) => {
        for (const { by, mark } of after(agreementMarkOf(doc), all))
          doc.transact(() => markAgreement(doc, mark), room.serverAct('command', by))
      }),
    )
    await noteRecorded(registry, new Map(all.map((one) => [one.id, marksOf(one).length])))
  } catch (error) {
    log.warn({ event: 'agreement.unrecorded', board, err: error }, 'an answer is not in the history yet')
  }
}

/** At start: boards whose log lacks something that the registry knows. */
export async function finishRecords(keepers: Keepers): Promise<void> {
  const late = Object.values(keepers.registry.data.agreements)
    .filter((one) => one.recorded < marksOf(one).length)
    .map(({ board }) => board)
  for (const board of new Set(late)) await recordAgreements(keepers, board)
}

interface Done {
  readonly by: Actor
  readonly mark: AgreementMark
}

/** What comes after the last thing in the log. The version it is of may be gone from the registry: then time decides. */
function after(last: AgreementMark | null, all: readonly AgreementEntry[]): Done[] {
  if (last === null) return all.flatMap(marksOf)
  const at = all.findIndex(({ id }) => id === last.agreement)
  return all
    .filter((one, nth) => (at < 0 ? one.at > last.at : nth >= at))
    .flatMap((one) => marksOf(one).slice(one.id === last.agreement ? last.nth + 1 : 0))
}

/** All that was done about a version, in its order. */
function marksOf({ id, label, at, by, planSha256: sha256, parties, acts, end }: AgreementEntry): Done[] {
  const partyOf = (card: string) =>
    parties.find((one) => one.card === card) ?? {
      card: card as AgreementEntry['parties'][number]['card'],
      name: '',
    }
  const mark = (nth: number, when: string) => ({ agreement: id, nth, label, at: when })
  return [
    { by, mark: { ...mark(0, at), what: 'proposed', sha256 } },
    ...acts.map((act, nth): Done => {
      const common = { ...mark(nth + 1, act.at), party: partyOf(act.party) }
      return act.what === 'named'
        ? { by: act.by, mark: { ...common, what: 'named', delegate: act.delegate } }
        : { by: act.by, mark: { ...common, what: 'said', answer: act.answer, reason: act.reason } }
    }),
    ...(end === null
      ? []
      : [
          {
            by: end.by ?? ('server' as const),
            mark: { ...mark(acts.length + 1, end.at), what: end.outcome, sha256 },
          },
        ]),
  ]
}
