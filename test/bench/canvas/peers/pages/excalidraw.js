import { convertToExcalidrawElements, Excalidraw, newElementWith } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** Helvetica, which is there: nothing is fetched. */
const FONT = 2
const canvasOf = () => document.querySelector('canvas.excalidraw__canvas.static')

function excalidrawAPI(api) {
  const all = () => api.getSceneElementsIncludingDeleted()
  const center = (id) => {
    const { x, y, width, height } = all().find((one) => one.id === id)
    return [x + width / 2, y + height / 2]
  }
  let shown = ''
  window.peer = {
    load({ cards, links }) {
      const elements = convertToExcalidrawElements(
        [
          ...cards.map(({ id, x, y, width, height, title, body }) => ({
            type: 'rectangle',
            id,
            x,
            y,
            width,
            height,
            roughness: 0,
            // Filled: else only its edge can be taken.
            backgroundColor: '#ffffff',
            fillStyle: 'solid',
            label: { text: `${title}\n${body}`, fontSize: 14, fontFamily: FONT },
          })),
          ...links.map(({ from, to }, nth) => {
            const [a, b] = [from, to].map((id) => cards.find((card) => card.id === id))
            const [dx, dy] = [b.x - a.x, b.y - a.y]
            return {
              type: 'arrow',
              id: `link-${nth}`,
              x: a.x + a.width / 2,
              y: a.y + a.height / 2,
              width: Math.abs(dx),
              height: Math.abs(dy),
              points: [
                [0, 0],
                [dx, dy],
              ],
              roughness: 0,
              start: { id: from },
              end: { id: to },
            }
          }),
        ],
        { regenerateIds: false },
      )
      // Links below the cards, which lie in the hand's way otherwise.
      const isLink = ({ type }) => type === 'arrow'
      api.updateScene({
        elements: [...elements.filter(isLink), ...elements.filter((one) => !isLink(one))],
      })
      api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.9, minZoom: 0.1 })
    },
    isReadable() {
      const canvas = canvasOf()
      const pixels = canvas
        ?.getContext('2d')
        .getImageData(canvas.width / 2 - 100, canvas.height / 2 - 100, 200, 200).data
      return (
        pixels?.some((value, at) => at % 4 !== 3 && value < 200 && pixels[at - (at % 4) + 3] > 0) ?? false
      )
    },
    fit: () => api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.9, minZoom: 0.1 }),
    show(id) {
      const [x, y] = center(id)
      const { width, height } = api.getAppState()
      api.updateScene({
        appState: { zoom: { value: 1 }, scrollX: width / 2 - x, scrollY: height / 2 - y },
      })
    },
    zoom: () => api.getAppState().zoom.value,
    wheel: (from, to, times) => (-100 * (to - from)) / times,
    place(id) {
      const [x, y] = center(id)
      const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState()
      return [(x + scrollX) * zoom.value + offsetLeft, (y + scrollY) * zoom.value + offsetTop]
    },
    seen() {
      const { scrollX, scrollY, width, height, zoom } = api.getAppState()
      return all()
        .filter(
          ({ type, x, y, width: w, height: h }) =>
            type === 'rectangle' &&
            x + w > -scrollX &&
            y + h > -scrollY &&
            x < -scrollX + width / zoom.value &&
            y < -scrollY + height / zoom.value,
        )
        .map(({ id }) => id)
    },
    // As its own shared room does: the whole list with the one element in it that came.
    move: (id, dx, dy) =>
      api.updateScene({
        elements: all().map((one) =>
          one.id === id || one.containerId === id
            ? newElementWith(one, { x: one.x + dx, y: one.y + dy })
            : one,
        ),
      }),
    retitle(id, title) {
      shown = title
      api.updateScene({
        elements: all().map((one) =>
          one.containerId === id ? newElementWith(one, { text: title, originalText: title }) : one,
        ),
      })
    },
    shows: (title) => shown === title,
  }
}

createRoot(document.querySelector('#app')).render(
  createElement(Excalidraw, { excalidrawAPI, UIOptions: { welcomeScreen: false } }),
)
