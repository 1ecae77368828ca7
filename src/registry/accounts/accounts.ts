import type { Seat } from '../../record/index.ts'
import type { Instant, Refusal } from '../../rules/index.ts'
import type { Database, Where } from '../database.ts'
import { ApiTokens } from './api-tokens.ts'
import { Contacts } from './contacts.ts'
import { Endings } from './endings.ts'
import { FeedKeys } from './feed-keys.ts'
import { Identities } from './identities.ts'
import { Invitations } from './invitations.ts'
import { Mailings } from './mailings.ts'
import { Outbox } from './outbox.ts'
import { Passkeys } from './passkeys.ts'
import { People } from './people.ts'
import { Sessions } from './sessions.ts'
import { Steps } from './steps.ts'
import { Tables } from './tables.ts'

/** Who may act for whom: people, their seats, and what they show to be let in. Several processes may share one database. */
export class Accounts {
  readonly people: People
  readonly sessions: Sessions
  readonly invitations: Invitations
  readonly passkeys: Passkeys
  readonly identities: Identities
  readonly apiTokens: ApiTokens
  readonly contacts: Contacts
  readonly feedKeys: FeedKeys
  readonly mailings: Mailings
  readonly outbox: Outbox
  readonly steps: Steps
  readonly endings: Endings
  readonly #tables: Tables

  constructor(database: Database, now: () => Instant) {
    const tables = new Tables(database, now)
    this.#tables = tables
    this.endings = new Endings(database)
    this.people = new People(tables, this.endings)
    this.sessions = new Sessions(tables, this.endings)
    this.invitations = new Invitations(tables)
    this.passkeys = new Passkeys(tables)
    this.identities = new Identities(tables)
    this.apiTokens = new ApiTokens(tables, this.endings)
    this.contacts = new Contacts(tables)
    this.feedKeys = new FeedKeys(tables)
    this.mailings = new Mailings(tables)
    this.outbox = new Outbox(tables)
    this.steps = new Steps(tables)
  }

  /**
   * Makes the tables where they are missing, or brings them up to date; asked at the start, for a message to whoever starts.
   * @refuses 'newer-accounts' tables of a later version of this program
   */
  ready(): Promise<Refusal | undefined> {
    return this.#tables.ready()
  }

  /**
   * For the first start on a server: a way in for the Secretariat while it has nobody. Each start may say one; once somebody
   * is there, by one of them or otherwise, all are void.
   * @returns the token of an invitation valid for a day; nothing once somebody is there
   */
  async secretariatLink(organisation: string): Promise<string | undefined> {
    const seat: Seat = { kind: 'secretariat' }
    if ((await this.people.ofSeat(organisation, seat)).length > 0) return undefined
    return this.invitations.make({ organisation, seat, role: 'head', validHours: 24, whileVacant: true })
  }
}

/**
 * Whether whoever comes may sit as anyone: only where nobody comes from outside, with the embedded database and on an
 * address of this machine alone.
 */
export function mayTakeAnySeat({ databaseUrl }: Where, host: string): boolean {
  return !databaseUrl && isLoopback(host)
}

/** An address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
