import * as client from 'openid-client'
import { type Refusal, refuse } from '../../rules/index.ts'
import { isLoopback } from './accounts.ts'
import type { Identity } from './identities.ts'

/** A provider of OpenID Connect at which Chancery is registered. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What has to be remembered while somebody is at the provider. */
export interface AtProvider {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Somebody as the provider knows them. */
export interface Introduced {
  readonly identity: Identity
  readonly name: string | undefined
  readonly email: string | undefined
}

/** Sign-in by the provider of a house of its own: authorization code with PKCE, state and nonce. */
export class Provider {
  /** For the link: "id.concord.example". */
  readonly name: string
  readonly #settings: OidcSettings
  #found: Promise<client.Configuration> | undefined

  constructor(settings: OidcSettings) {
    this.#settings = settings
    this.name = new URL(settings.issuer).host
  }

  /**
   * @param returnTo the address to come back to, as it is registered at the provider
   * @refuses 'provider-away' it does not answer
   */
  async begin(returnTo: string): Promise<{ readonly address: string; readonly kept: AtProvider } | Refusal> {
    const kept = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
    try {
      const address = client.buildAuthorizationUrl(await this.#configuration(), {
        redirect_uri: returnTo,
        scope: 'openid profile email',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, kept }
    } catch {
      return refuse('provider-away', `${this.name} does not answer.`, {
        remedy: 'Try again later, or sign in by a passkey.',
      })
    }
  }

  /**
   * @param cameBackTo the whole address to which the provider sent the browser
   * @refuses 'sign-in-failed' not what was begun, or the provider said no
   */
  async finish(cameBackTo: string, { state, nonce, verifier }: AtProvider): Promise<Introduced | Refusal> {
    try {
      const configuration = await this.#configuration()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(cameBackTo), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) return failed
      // Strict providers tell a name only to whoever asks for it.
      const told = textOf(claims.name)
        ? claims
        : await client.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(() => claims)
      return {
        identity: { issuer: claims.iss, subject: claims.sub },
        name: textOf(told.name),
        email: textOf(told.email),
      }
    } catch {
      return failed
    }
  }

  #configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings
    const url = new URL(issuer)
    // Without encryption only where nothing leaves this machine.
    const execute = url.protocol === 'http:' && isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
    this.#found ??= client.discovery(url, clientId, clientSecret, undefined, { execute }).catch((error) => {
      this.#found = undefined
      throw error
    })
    return this.#found
  }
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim().slice(0, 200) : undefined
}

const failed = refuse('sign-in-failed', 'The sign-in could not be completed.', {
  remedy: 'Begin again at /sign-in; a sign-in under way is valid for ten minutes, in the browser where it began.',
})
