/**
 * A framework that work is assured against, as data: threats by pillars, capabilities that serve several threats, and
 * the numbered paragraphs that ask something of somebody. One file under frameworks/ each; a further one is a further
 * file, named in frameworks.ts. Titles are short words of our own: what a paragraph says is read in the document.
 */

/** Words of data, in both languages. */
export interface Named {
  readonly en: string
  readonly cy: string
}

export const TIERS = ['local', 'regional', 'national'] as const
export type Tier = (typeof TIERS)[number]

/** A threat, a pillar, a capability or a duty-holder. */
export interface FrameworkPart {
  readonly key: string
  readonly title: Named
}

export interface Paragraph {
  /** As printed: `49.2`. */
  readonly number: string
  /** Key of the threat or of the capability that it stands under. */
  readonly under: string
  /** Key of its pillar; null under a capability, which has none. */
  readonly pillar: string | null
  /** Key of who is to see to it. */
  readonly dutyHolder: string
  /** Where what it asks for stands. */
  readonly tier: Tier
  readonly title: Named
}

export interface Framework {
  /** Stable: `spr-2023`. */
  readonly key: string
  readonly title: Named
  /** When it was published: `2023-02`. */
  readonly edition: string
  readonly threats: readonly FrameworkPart[]
  readonly pillars: readonly FrameworkPart[]
  /** What is needed against several threats. */
  readonly capabilities: readonly FrameworkPart[]
  readonly dutyHolders: readonly FrameworkPart[]
  /** In the order of their numbers. */
  readonly paragraphs: readonly Paragraph[]
  /** Numbers of the paragraphs that tell of a threat or lead into others, and ask nothing of their own. */
  readonly context: readonly string[]
}

/** `9` before `49.2` before `49.10`. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const apart = Number(left[index] ?? -1) - Number(right[index] ?? -1)
    if (apart !== 0) return apart
  }
  return 0
}
