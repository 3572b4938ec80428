/** What a command has around it, so that a test runs the very command without a process of its own. */

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
  /** Asks a person; null where nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>
}

/** Ends a command with an exit code and one clear sentence. Thrown; caught in matters.ts alone. */
export class Ending extends Error {
  override readonly name = 'Ending'
  readonly exitCode: number

  constructor(exitCode: number, sentence: string) {
    super(sentence)
    this.exitCode = exitCode
  }
}
