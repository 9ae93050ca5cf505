/** Resolves once what stands on the page now has been drawn: what comes after does not keep it waiting. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => void requestAnimationFrame(() => setTimeout(resolve)))
