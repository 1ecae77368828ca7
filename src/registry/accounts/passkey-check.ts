import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Refusal, refuse } from '../../rules/index.ts'
import type { NewPasskey } from './passkeys.ts'

/** What a browser is given to make or use a passkey, with the challenge that its answer must contain. */
export interface Challenge {
  readonly challenge: string
}

/** @param origin  where the pages are, `https://concord.example`: a passkey works nowhere else */
export function passkeyToMake(
  origin: string,
  name: string,
  has: readonly { readonly id: string }[],
): Promise<Challenge> {
  return generateRegistrationOptions({
    rpName: 'Chancery',
    rpID: new URL(origin).hostname,
    userName: name,
    userDisplayName: name,
    excludeCredentials: has.map(({ id }) => ({ id })),
    // The device remembers whose it is, so that nobody types a name to sign in.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
}

/** @refuses 'passkey-not-verified' an answer that is none, to another challenge, or made for another site */
export async function madePasskey(
  origin: string,
  { challenge }: Challenge,
  answer: unknown,
  label: string,
): Promise<NewPasskey | Refusal> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: false,
    })
    if (!verified) return notVerified
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports, label }
  } catch {
    // What came is no answer to the challenge; the library says so by throwing.
    return notVerified
  }
}

export function passkeyToShow(origin: string): Promise<Challenge> {
  return generateAuthenticationOptions({ rpID: new URL(origin).hostname, userVerification: 'preferred' })
}

/**
 * @returns the count of the device
 * @refuses 'passkey-not-verified' an answer that is none, to another challenge, for another site or by another key
 */
export async function shownPasskey(
  origin: string,
  { challenge }: Challenge,
  answer: unknown,
  { id, publicKey, counter }: NewPasskey,
): Promise<number | Refusal> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: false,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    })
    return verified ? authenticationInfo.newCounter : notVerified
  } catch {
    return notVerified
  }
}

export const notVerified = refuse('passkey-not-verified', 'This passkey could not be verified.', {
  remedy: 'Try again; a passkey works only on the address for which it was made.',
})
