import type { Check } from '../check.ts'
import { cmp3 } from './cmp-3.ts'
import { fin1 } from './fin-1.ts'
import { fin2 } from './fin-2.ts'
import { fin3 } from './fin-3.ts'
import { fin4 } from './fin-4.ts'
import { fin5 } from './fin-5.ts'
import { fin7 } from './fin-7.ts'
import { int1 } from './int-1.ts'
import { int2 } from './int-2.ts'
import { int3 } from './int-3.ts'
import { par1 } from './par-1.ts'
import { par3 } from './par-3.ts'
import { se1 } from './se-1.ts'
import { se2 } from './se-2.ts'
import { se3 } from './se-3.ts'
import { se4 } from './se-4.ts'
import { se5 } from './se-5.ts'

/** Every rule, in the order in which docs/checks.md tells them. A programme pack says how severe each is. */
export const CHECKS: readonly Check[] = [
  se1,
  se2,
  se3,
  se4,
  se5,
  int1,
  int2,
  int3,
  fin1,
  fin2,
  fin3,
  fin4,
  fin5,
  fin7,
  cmp3,
  par1,
  par3,
]
