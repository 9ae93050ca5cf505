import type { Check } from '../check.ts'
import { cmp1 } from './cmp-1.ts'
import { cmp2 } from './cmp-2.ts'
import { cmp3 } from './cmp-3.ts'
import { fin1 } from './fin-1.ts'
import { fin2 } from './fin-2.ts'
import { fin3 } from './fin-3.ts'
import { fin4 } from './fin-4.ts'
import { fin5 } from './fin-5.ts'
import { fin6 } from './fin-6.ts'
import { fin7 } from './fin-7.ts'
import { int1 } from './int-1.ts'
import { int2 } from './int-2.ts'
import { int3 } from './int-3.ts'
import { need1 } from './need-1.ts'
import { par1 } from './par-1.ts'
import { par2 } from './par-2.ts'
import { par3 } from './par-3.ts'
import { rec1 } from './rec-1.ts'
import { se1 } from './se-1.ts'
import { se2 } from './se-2.ts'
import { se3 } from './se-3.ts'
import { se4 } from './se-4.ts'
import { se5 } from './se-5.ts'
import { sub1 } from './sub-1.ts'
import { sub2 } from './sub-2.ts'
import { sub3 } from './sub-3.ts'
import { sub4 } from './sub-4.ts'
import { sub5 } from './sub-5.ts'
import { sub6 } from './sub-6.ts'
import { sub7 } from './sub-7.ts'
import { sub8 } from './sub-8.ts'
import { sub9 } from './sub-9.ts'
import { sub10 } from './sub-10.ts'

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
  fin6,
  fin7,
  cmp1,
  cmp2,
  cmp3,
  rec1,
  par1,
  par2,
  par3,
  need1,
  sub1,
  sub2,
  sub3,
  sub4,
  sub5,
  sub6,
  sub7,
  sub8,
  sub9,
  sub10,
]
