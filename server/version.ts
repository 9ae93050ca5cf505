import { version } from '../package.json'

/** Of the product, as in package.json. */
export const VERSION: string = version
