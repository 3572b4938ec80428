/** Keys of applications, made once and kept with the data: they sign client assertions with them, as at Entra. */

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface ApplicationKey {
  /** PKCS#8, PEM. */
  readonly privateKey: string
  /** JWK, to be registered for the application. */
  readonly publicKey: Readonly<Record<string, unknown>>
}

export function openKey(file: string): ApplicationKey {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const privateKey = readFileSync(file, 'utf8')
  return { privateKey, publicKey: { ...createPublicKey(privateKey).export({ format: 'jwk' }) } }
}
