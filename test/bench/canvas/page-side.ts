/**
 * Runs in the page before anything of it: notes when the server's data came and when the board could first be read. Kept as
 * one function without outer names, because it is sent to the browser as text.
 */
export function watchTheBoard(): void {
  interface Noted {
    dataMs: number
    readableMs: number
    lastMessageMs: number
  }
  const noted: Noted = { dataMs: 0, readableMs: 0, lastMessageMs: 0 }
  Object.assign(window, { noted })
  const Socket = window.WebSocket
  window.WebSocket = class extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        noted.lastMessageMs = performance.now()
        // What is not a beat or somebody's cursor.
        if (noted.readableMs === 0 && data.byteLength > 2000) noted.dataMs = noted.lastMessageMs
      })
    }
  }
  /** A part of the canvas, or a card that is an element, shows something. */
  const isReadable = (): boolean => {
    if (document.querySelector('[data-canvas] [data-card]')) return true
    const canvas = document.querySelector<HTMLCanvasElement>('[data-canvas] > canvas')
    const pixels = canvas
      ?.getContext('2d')
      ?.getImageData(canvas.width / 2 - 100, canvas.height / 2 - 100, 200, 200)
    return pixels?.data.some((value, at) => at % 4 === 3 && value > 0) ?? false
  }
  const look = (): void => {
    if (noted.dataMs > 0 && isReadable()) noted.readableMs = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
