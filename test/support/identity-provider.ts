import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import type { OidcSettings } from '../../src/registry/index.ts'

/** A real provider of OpenID Connect on loopback, that believes whoever signs in to be who they say. */
export interface IdentityProvider {
  readonly settings: OidcSettings
  close(): Promise<void>
}

/** @param house where Chancery is, for the address to come back to */
export async function startIdentityProvider(house: string): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: OidcSettings = { issuer, clientId: 'chancery', clientSecret: 'a-secret-of-this-test-alone' }
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [`${house}/sign-in/oidc/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Name of ${id}`, email: `${id}@utopia.example` }),
    }),
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    cookies: { keys: ['of this test alone'] },
    features: { devInteractions: { enabled: true } },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  })
  server.on('request', provider.callback())
  return {
    settings,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
