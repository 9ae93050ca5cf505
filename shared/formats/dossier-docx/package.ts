import { CODE_FONT, FONT } from './style.ts'

/** A part of the package by its path. */
interface Part {
  readonly path: string
  readonly data: string
}

/** Parts that the library fills with the present moment or leaves without what we want to say. */
export const ownParts = (title: string, exportedAt: string): readonly Part[] => [
  { path: 'docProps/core.xml', data: coreProperties(title, exportedAt) },
  { path: 'word/fontTable.xml', data: FONT_TABLE },
]

function coreProperties(title: string, exportedAt: string): string {
  const instant = new Date(exportedAt).toISOString()
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Tavolo</dc:creator><dc:language>it-IT</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** `altName` is what a word processor takes when it lacks the font. */
const FONT_TABLE = `${XML}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${FONT}"><w:altName w:val="Calibri"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="${CODE_FONT}"><w:charset w:val="00"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>`

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
