/** Every framework that the product knows. A further one is a further file, and one name here; or a group adds it. */

import type { Framework } from './framework.ts'
import { SPR_2023 } from './frameworks/spr2023.ts'

export const FRAMEWORKS: readonly Framework[] = [SPR_2023]

export function frameworkOf(key: string): Framework | null {
  return FRAMEWORKS.find((framework) => framework.key === key) ?? null
}
