/** Where the top bar has no room for undo, redo, search and comments beside the views: they are in its menu. */
export const TIGHT = '(max-width: 940px), (max-width: 1160px) and (pointer: coarse)'
