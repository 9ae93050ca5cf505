import { readModel, writeModel, type OwnModel } from '../../shared/models/own-model.ts'
import { readStored, storedKeys, writeStored } from '../stored.ts'

const PREFIX = 'tavolo.model.'

/** A model as this browser keeps it. */
export interface KeptModel extends OwnModel {
  readonly key: string
}

/** The models that somebody saved in this browser, the newest first. They are files too: a colleague gets one that way. */
export class OwnModels {
  #models = $state.raw<readonly KeptModel[]>(read())

  get all(): readonly KeptModel[] {
    return this.#models
  }

  /** Returns whether there was room for it. */
  keep(model: OwnModel): boolean {
    const kept = writeStored(`${PREFIX}${model.savedAt} ${model.title}`, writeModel(model))
    this.#models = read()
    return kept
  }

  forget(key: string): void {
    writeStored(key, null)
    this.#models = read()
  }
}

function read(): KeptModel[] {
  return storedKeys(PREFIX)
    .flatMap((key): KeptModel[] => {
      const model = readModel(readStored(key) ?? '')
      return model ? [{ ...model, key }] : []
    })
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}
