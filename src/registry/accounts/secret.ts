import { createHash, randomBytes } from 'node:crypto'

/** A token that nobody guesses: 256 random bits. Whoever holds it may; it is shown once and never kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What is kept of a token. One round of SHA-256 is enough for what has 256 random bits, and the database compares
 * hashes, so how long that takes says nothing of the token.
 */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
