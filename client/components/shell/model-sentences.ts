import type { ModelId } from '../../../shared/models/list.ts'
import { m } from '../../paraglide/messages.js'

const SENTENCES: Readonly<Record<ModelId, () => string>> = {
  'quartieri-connessi': m.model_quartieri_connessi,
  'hub-innovazione-inclusiva': m.model_hub_innovazione_inclusiva,
  'centro-prima-accoglienza': m.model_centro_prima_accoglienza,
  'agenzia-sociale-casa': m.model_agenzia_sociale_casa,
}

/** One line on what a worked case shows. */
export const modelSentence = (id: ModelId): string => SENTENCES[id]()
