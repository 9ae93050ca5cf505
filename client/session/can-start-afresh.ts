import { CLOSE } from '../../shared/protocol/close-codes.ts'

/** After these a new document of the server's board goes on where the old one cannot: nothing is wrong with the link. */
export const canStartAfresh = (code: number): boolean =>
  (
    [
      1009,
      CLOSE.badFrame,
      CLOSE.forbidden,
      CLOSE.clientIdTaken,
      CLOSE.generationChanged,
      CLOSE.tooLarge,
    ] as number[]
  ).includes(code)
