const DARK = '#10202f'
const LIGHT = '#ffffff'

/** Dark or white, whichever reads better on a colour (`#rrggbb`): the larger contrast of WCAG 2.2 § 1.4.3. */
export const onColour = (colour: string): string =>
  contrast(luminance(colour), luminance(LIGHT)) >= contrast(luminance(colour), luminance(DARK)) ? LIGHT : DARK

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
