import type { BoardId } from '../shared/ids.ts'
import type { House } from './house.ts'
import { erased, removeBoard } from './store/registry-boards.ts'

type Keepers = Pick<House, 'registry' | 'store' | 'audit' | 'vault' | 'stories'>

/** Erases a board: first nobody can come in any more, then everybody leaves, then the bytes go. */
export async function eraseBoard(
  { rooms, ...keepers }: Keepers & Pick<House, 'rooms'>,
  id: BoardId,
): Promise<void> {
  await removeBoard(keepers.registry, id)
  await rooms.drop(id)
  await removeBytes(keepers, id)
}

/** Ends, at start, the erasures that a crash cut short. A failure is told and stops nothing: it is tried at each start. */
export async function finishErasures(house: Keepers & Pick<House, 'log'>): Promise<void> {
  for (const id of house.registry.data.erasing) {
    try {
      await removeBytes(house, id)
    } catch (error) {
      house.log.error({ board: id, err: error }, 'the bytes of an erased board could not be removed yet')
    }
  }
}

async function removeBytes({ registry, store, audit, vault, stories }: Keepers, id: BoardId): Promise<void> {
  await store.erase(id)
  await audit.erase(id)
  await vault.erase(id)
  await stories.forget(id)
  await erased(registry, id)
}
