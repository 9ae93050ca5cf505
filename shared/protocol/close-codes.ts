/** Why a socket was closed. 4400–4499 are final for y-websocket 3.1; the others are tried again. */
export const CLOSE = {
  badFrame: 4400,
  loginNeeded: 4401,
  forbidden: 4403,
  gone: 4404,
  clientIdTaken: 4409,
  generationChanged: 4410,
  tooLarge: 4413,
  clientTooOld: 4426,
  overloaded: 4503,
  tooFast: 4529,
} as const

export const isFinal = (code: number): boolean => code === 1009 || (code >= 4400 && code < 4500)
