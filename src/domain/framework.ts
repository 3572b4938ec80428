/**
 * A framework that work is assured against, as data: threats by pillars, capabilities that serve several threats, and
 * the numbered paragraphs that ask something of somebody. Those that the product knows have a file each under frameworks/;
 * a group adds others itself (addedframework.ts). Titles are short words of our own: what a paragraph says is read in the document.
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

const NUMBERS = new Intl.Collator('en', { numeric: true })

/** `9` before `49` before `49.2` before `49.10`; `4a` before `4b`. */
export function compareNumbers(a: string, b: string): number {
  return NUMBERS.compare(a, b)
}
