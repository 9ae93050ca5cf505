import { m } from '../../paraglide/messages.js'
import type { Role } from '../../../shared/protocol/messages.ts'

const LABELS: Readonly<Record<Role, () => string>> = {
  facilitator: m.role_facilitator,
  editor: m.role_editor,
  contributor: m.role_contributor,
  viewer: m.role_viewer,
}

const WHAT: Readonly<Record<Role, () => string>> = {
  facilitator: m.share_role_facilitator,
  editor: m.share_role_editor,
  contributor: m.share_role_contributor,
  viewer: m.share_role_viewer,
}

const JOINING: Readonly<Record<Role, () => string>> = {
  facilitator: m.join_as_facilitator,
  editor: m.join_as_editor,
  contributor: m.join_as_contributor,
  viewer: m.join_as_viewer,
}

export const roleLabel = (role: Role): string => LABELS[role]()

/** One sentence on what a link of this role allows. */
export const roleAllows = (role: Role): string => WHAT[role]()

/** The same, said to who has just opened the link. */
export const roleWelcome = (role: Role): string => JOINING[role]()
