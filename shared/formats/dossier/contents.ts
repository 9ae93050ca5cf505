import type { Block, Entry } from './blocks.ts'

/** With more titles than these only chapters are listed: the contents of a large plan are to be looked through. */
const MOST = 60

/** The chapters with their contents before them; what is listed has an anchor. */
export function withContents(chapters: readonly Block[]): Block[] {
  const listed = chapters.filter((block) => block.kind === 'heading' && block.level < 3).length
  const deepest = listed > MOST ? 1 : 2
  const entries: Entry[] = []
  const anchored = chapters.map((block): Block => {
    if (block.kind !== 'heading' || block.level > deepest) return block
    const anchor = `titolo${entries.length + 1}`
    entries.push({ level: block.level === 1 ? 1 : 2, text: block.text, anchor })
    return { ...block, anchor }
  })
  return [{ kind: 'contents', title: 'Indice', entries }, ...anchored]
}
