/** How somebody stopped writing a title: with Enter, with Escape, or by going elsewhere. */
export type Ending = 'kept' | 'left' | 'blurred'
