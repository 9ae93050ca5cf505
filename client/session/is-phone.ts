/** A finger on a small screen: there is no mouse to point with, and every byte counts. */
export const isPhone = (): boolean => matchMedia('(max-width: 720px) and (pointer: coarse)').matches
