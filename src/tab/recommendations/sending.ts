/** Sends what somebody said about a report to its collection; null: it is kept, else the sentence that says why not. */

import type { PublicationCommand, PublicationContent } from '../../domain/publication.ts'

export type SendPublication = (command: PublicationCommand, seen?: PublicationContent) => Promise<string | null>
