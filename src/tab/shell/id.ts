/** Ids of commands: 128 random bits as 22 characters of base64url. */

export function makeId(): string {
  const bits = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCodePoint(...bits))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
