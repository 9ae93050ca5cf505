import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left'
import CloudDownload from '@lucide/svelte/icons/cloud-download'
import Euro from '@lucide/svelte/icons/euro'
import Handshake from '@lucide/svelte/icons/handshake'
import Link from '@lucide/svelte/icons/link'
import MessageSquare from '@lucide/svelte/icons/message-square-text'
import Move from '@lucide/svelte/icons/move'
import Pencil from '@lucide/svelte/icons/pencil'
import Plus from '@lucide/svelte/icons/plus'
import Trash from '@lucide/svelte/icons/trash-2'
import type { Component } from 'svelte'
import type { Line } from '../../history/days.ts'
import type { HistoryEvent } from '../../history/events.ts'
import { m } from '../../paraglide/messages.js'

/** What people look for in a story; each stands for some kinds of the server's events. */
export const SORTS = [
  'added',
  'changed',
  'linked',
  'money',
  'said',
  'moved',
  'gone',
  'agreement',
  'versions',
] as const
export type Sort = (typeof SORTS)[number]

type Sign = Component<{ size?: number; 'aria-hidden'?: boolean }>

const OF_KIND: Readonly<Record<string, Exclude<Sort, 'versions'>>> = {
  opened: 'added',
  added: 'added',
  imported: 'added',
  retitled: 'changed',
  described: 'changed',
  changed: 'changed',
  header: 'changed',
  linked: 'linked',
  unlinked: 'linked',
  relinked: 'linked',
  merged: 'linked',
  unmerged: 'linked',
  financed: 'money',
  commented: 'said',
  answered: 'said',
  settled: 'said',
  reopened: 'said',
  unsaid: 'said',
  moved: 'moved',
  resized: 'moved',
  grouped: 'moved',
  ungrouped: 'moved',
  removed: 'gone',
  deleted: 'gone',
  restored: 'gone',
  wentBack: 'gone',
  agreement: 'agreement',
}

const WORDS: Readonly<Record<Sort, () => string>> = {
  added: m.story_sort_added,
  changed: m.story_sort_changed,
  linked: m.story_sort_linked,
  money: m.story_sort_money,
  said: m.story_sort_said,
  moved: m.story_sort_moved,
  gone: m.story_sort_gone,
  agreement: m.story_sort_agreement,
  versions: m.story_sort_versions,
}

const SIGNS: Readonly<Record<Exclude<Sort, 'versions'>, Sign>> = {
  added: Plus,
  changed: Pencil,
  linked: Link,
  money: Euro,
  said: MessageSquare,
  moved: Move,
  gone: Trash,
  agreement: Handshake,
} as never

/** A kind that this version does not know is a change of some sort. */
const sortOfEvent = ({ kind }: HistoryEvent): Exclude<Sort, 'versions'> => OF_KIND[kind] ?? 'changed'

export const sortWord = (sort: Sort): string => WORDS[sort]()

/** The drawing of what an event did. */
export const signOfEvent = (event: HistoryEvent): Sign =>
  event.kind === 'wentBack'
    ? (ArrowRightLeft as never)
    : event.kind === 'imported'
      ? (CloudDownload as never)
      : SIGNS[sortOfEvent(event)]

export const sortOf = (line: Line): Sort => (line.kind === 'version' ? 'versions' : sortOfEvent(line.event))
