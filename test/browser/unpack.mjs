/**
 * Run as a child by find.mjs, never imported by tests: @sparticuz/chromium looks at the environment when it is
 * imported and unpacks into the temporary folder, so TMPDIR and AWS_EXECUTION_ENV are set for this process alone.
 */
const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()
