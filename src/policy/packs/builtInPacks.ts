import type { RulePack } from '../../input/rulePack.ts'
import { AU } from './au.ts'
import { CN_BANK } from './cnBank.ts'
import { CN_ONLINE } from './cnOnline.ts'
import { GB } from './gb.ts'
import { IN } from './in.ts'
import { US } from './us.ts'
import { US_MA } from './usMa.ts'

/** The rule packs that ship with the library. The house rules are no pack of their own: they belong to the policy. */
export const BUILT_IN_PACKS: readonly RulePack[] = [CN_ONLINE, CN_BANK, US, US_MA, GB, AU, IN]
