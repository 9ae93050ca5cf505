import type { Inks } from '../canvas/inks.ts'

/** The colours of a picture: those of the light theme whatever the screen shows, on white paper. */
export const PAPER: Inks & { readonly fund: string } = {
  canvas: '#ffffff',
  surface: '#ffffff',
  text: '#17324d',
  secondary: '#455b71',
  line: '#c9d1da',
  primary: '#0066cc',
  warning: '#995c00',
  dim: '#62717f',
  linkLine: '#748599',
  frameTint: '#f6f8fa',
  frameLine: '#b9c3ce',
  fund: '#006644',
  kinds: {
    need: '#995c00',
    action: '#0066cc',
    axis: '#5b3db5',
    fund: '#006644',
    partner: '#a3195b',
    context: '#455b71',
    note: '#6b5d1e',
    intervention: '#455b71',
    zone: '#455b71',
  },
  tints: {
    need: '#fff6e8',
    action: '#eef5fd',
    axis: '#f3f0fb',
    fund: '#e8f6f0',
    partner: '#fceef5',
    context: '#eef1f5',
    note: '#fdf8e1',
    intervention: '#eef1f5',
    zone: '#eef1f5',
  },
}
