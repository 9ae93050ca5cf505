/** Offers bytes to the browser as a file to keep. Needs no secure context. */
export function download(bytes: Uint8Array | Blob, name: string, mediaType: string): void {
  const blob = bytes instanceof Blob ? bytes : new Blob([bytes.slice()], { type: mediaType })
  const address = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // Some browsers start reading only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
