/**
 * Keeps what somebody typed on a card from being lost between the press and the register: for these moments it stands
 * in the database sealed, so that the database never holds anybody's words in the clear, and is wiped once it stands on
 * Work. All instances have the service's key, so each can finish what another began.
 */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export interface Seal {
  close(text: string): string
  /** Throws for what wasn't sealed with this key. */
  open(sealed: string): string
}

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** @param privateKey the service's, PEM */
export function createSeal(privateKey: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', privateKey, '', 'matters: answers given on cards', 32))
  return {
    close(text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const body = bytes.subarray(IV_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}
