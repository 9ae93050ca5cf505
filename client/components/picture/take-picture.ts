import { fileName } from '../../../shared/formats/index.ts'
import type { CardId } from '../../../shared/ids.ts'
import { download } from '../../download.ts'
import type { BoardSession } from '../../session/board-session.svelte.ts'
import { drawPicture, withFonts, type Drawing } from './draw-picture.ts'
import { carriedFonts } from './fonts.ts'
import { drawingHand } from './hand.ts'
import { pictureOf } from './picture-of.ts'
import { pngOf, pngScale } from './png.ts'

export const PICTURE_FORMATS = ['svg', 'png'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

/** Below this a PNG's texts are too small to read. */
const LEGIBLE = 0.8

/** The board, or some of its cards, drawn for this page, whose typeface is there already. */
export async function drawingOf(session: BoardSession, cards: readonly CardId[] | null): Promise<Drawing> {
  session.plan.refresh()
  return drawPicture(pictureOf(session, cards, new Date()), await drawingHand())
}

/** Gives the picture as a file. Returns whether its texts can be read: a huge board does not fit in a PNG. */
export async function savePicture(
  session: BoardSession,
  cards: readonly CardId[] | null,
  format: PictureFormat,
): Promise<{ readonly name: string; readonly isLegible: boolean }> {
  const drawing = await drawingOf(session, cards)
  const exportedAt = new Date().toISOString()
  const name = fileName({ plan: session.plan.plan, exportedAt }, { word: 'lavagna', extension: format })
  if (format === 'png') {
    download(await pngOf(drawing), name, 'image/png')
    return { name, isLegible: pngScale(drawing) >= LEGIBLE }
  }
  const svg = withFonts(drawing.markup, await carriedFonts(drawing.markup))
  download(new Blob([XML, svg]), name, 'image/svg+xml')
  return { name, isLegible: true }
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
