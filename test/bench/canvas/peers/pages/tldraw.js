import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'

const shapeOf = (id) => createShapeId(id)
const textOf = ({ title, body }) => toRichText(`${title}\n${body}`)
/** It stops at 4,000 shapes a page unless it is told otherwise, and does not show less than 5 %. */
const options = { maxShapesPerPage: 100_000 }
const cameraOptions = { zoomSteps: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8], wheelBehavior: 'pan' }

function onMount(editor) {
  const change = (id, with_) => {
    const shape = editor.getShape(shapeOf(id))
    editor.store.mergeRemoteChanges(() => editor.store.put([with_(shape)]))
  }
  window.peer = {
    load({ cards, links }) {
      editor.run(
        () => {
          editor.createShapes(
            cards.map((card) => ({
              id: shapeOf(card.id),
              type: 'geo',
              x: card.x,
              y: card.y,
              props: { w: card.width, h: card.height, size: 's', font: 'sans', richText: textOf(card) },
            })),
          )
          const arrows = links.map((link, nth) => ({ ...link, id: createShapeId(`link-${nth}`) }))
          editor.createShapes(arrows.map(({ id }) => ({ id, type: 'arrow' })))
          editor.createBindings(
            arrows.flatMap(({ id, from, to }) =>
              [
                ['start', from],
                ['end', to],
              ].map(([terminal, end]) => ({
                type: 'arrow',
                fromId: id,
                toId: shapeOf(end),
                props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
              })),
            ),
          )
        },
        { history: 'ignore' },
      )
      editor.zoomToFit()
    },
    isReadable: () =>
      [...document.querySelectorAll('.tl-shape')].some(
        (one) => one.textContent !== '' && one.style.display !== 'none',
      ),
    fit: () => editor.zoomToFit(),
    show(id) {
      const { x, y } = editor.getShapePageBounds(shapeOf(id)).center
      const { w, h } = editor.getViewportScreenBounds()
      editor.setCamera({ x: w / 2 - x, y: h / 2 - y, z: 1 })
    },
    zoom: () => editor.getZoomLevel(),
    wheel: (from, to, times) => -100 * ((to / from) ** (1 / times) - 1),
    place(id) {
      const { x, y } = editor.getShapePageBounds(shapeOf(id)).center
      const at = editor.pageToScreen({ x, y })
      return [at.x, at.y]
    },
    seen() {
      const view = editor.getViewportPageBounds()
      return editor
        .getCurrentPageShapes()
        .filter((shape) => shape.type === 'geo' && view.collides(editor.getShapePageBounds(shape)))
        .map(({ id }) => id.slice('shape:'.length))
    },
    move: (id, dx, dy) => change(id, (shape) => ({ ...shape, x: shape.x + dx, y: shape.y + dy })),
    retitle: (id, title) =>
      change(id, (shape) => ({
        ...shape,
        props: { ...shape.props, richText: textOf({ title, body: '' }) },
      })),
    shows: (title) =>
      [...document.querySelectorAll('.tl-shape')].some((one) => one.textContent.includes(title)),
  }
}

createRoot(document.querySelector('#app')).render(createElement(Tldraw, { onMount, options, cameraOptions }))
