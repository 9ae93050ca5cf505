/** Device pixels per CSS pixel that are drawn: more than two are not seen, cost memory, and some phones refuse them. */
export const ratioOf = (): number => Math.min(2, devicePixelRatio)
