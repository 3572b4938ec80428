/**
 * The key that tokens are signed with. It is made once and kept in a file that only its owner may read, so that tokens
 * outlive a restart; without a file it lives as long as the process.
 */

import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'

export const ALGORITHM = 'RS256'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  /** The public half, as published at the keys endpoint. */
  readonly publicJwk: JWK
}

export async function openSigningKey(keyFile?: string): Promise<SigningKey> {
  const stored = keyFile ? await readKey(keyFile) : undefined
  if (stored) return fromJwk(stored)
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: ALGORITHM, use: 'sig' }
  if (keyFile) await writeKey(keyFile, jwk)
  return fromJwk(jwk)
}

async function fromJwk(jwk: JWK): Promise<SigningKey> {
  const { kty, n, e, kid } = jwk
  if (kty !== 'RSA' || !n || !e || !kid || !jwk.d) throw new Error('The sign-in key file holds no RSA private key.')
  const privateKey = (await importJWK(jwk, ALGORITHM)) as CryptoKey
  return { kid, privateKey, publicJwk: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' } }
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`The sign-in key in ${file} can't be read.`, { cause })
  }
}

/** Written beside and renamed, so that a crash leaves a whole key or none. */
async function writeKey(file: string, jwk: JWK): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}`
  await writeFile(beside, JSON.stringify(jwk), { mode: 0o600 })
  await rename(beside, file)
}
