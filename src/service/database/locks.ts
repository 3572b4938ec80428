/** Numbers of the locks that instances wait for each other with, of PostgreSQL's advisory kind: side by side, so that no two are the same. */

export const LOCKS = {
  /** The tables are brought up to date. */
  migration: 5_302_026,
  /** Prompts are gathered into a day's messages. */
  gathering: 5_302_027,
  /** The next entry of the audit's chain. */
  chain: 5_302_028,
} as const
