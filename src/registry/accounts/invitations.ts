import { randomUUID } from 'node:crypto'
import { readSeat, type Seat, seatId } from '../../record/index.ts'
import { type Instant, isRefusal, type Refusal, refuse } from '../../rules/index.ts'
import { enterIdentity, type Identity } from './identities.ts'
import { enterPasskey, type NewPasskey } from './passkeys.ts'
import { enterAccount, giveSeat, type Role } from './people.ts'
import { hashOfSecret, newSecret } from './secret.ts'
import { beginSession } from './sessions.ts'
import { hoursAfter, type Tables } from './tables.ts'

export interface Invitation {
  readonly id: string
  readonly organisation: string
  readonly seat: Seat
  readonly role: Role
  readonly expiresAt: Instant
}

/** Who accepts: somebody already known, or a newcomer with what they will sign in by. */
export type Guest =
  | { readonly account: string }
  | {
      readonly name: string
      readonly email?: string | undefined
      readonly passkey?: NewPasskey | undefined
      readonly identity?: Identity | undefined
    }

/** Links that let one person in, once. */
export class Invitations {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  /**
   * @param madeBy an account; nobody for one made by whoever runs the server
   * @param whileVacant void once anybody sits in the seat
   * @returns the token that goes into the link; it cannot be found out again
   */
  async make(to: {
    readonly organisation: string
    readonly seat: Seat
    readonly role: Role
    readonly validHours: number
    readonly madeBy?: string | undefined
    readonly whileVacant?: boolean
  }): Promise<string> {
    const token = newSecret()
    const now = this.#tables.now()
    await this.#tables.ask(
      `insert into invitations (id, token_hash, organisation, seat, role, made_by, made_at, expires_at, while_vacant)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        randomUUID(),
        hashOfSecret(token),
        to.organisation,
        seatId(to.seat),
        to.role,
        to.madeBy ?? null,
        now,
        hoursAfter(now, to.validHours),
        to.whileVacant ?? false,
      ],
    )
    return token
  }

  /**
   * Looks at an invitation without using it.
   * @refuses 'unknown-invitation', 'invitation-used', 'invitation-expired'
   */
  async find(token: string): Promise<Invitation | Refusal> {
    const [found] = await this.#tables.ask<Row>(`${selection} where token_hash = $1`, [hashOfSecret(token)])
    return invitationFrom(found, this.#tables.now())
  }

  /**
   * Lets the guest in: the account if they are new, the seat, and a session that sits in it, all or nothing. Of two who
   * accept at the same instant one comes in.
   *
   * @returns the token of the session
   * @refuses 'unknown-invitation', 'invitation-used', 'invitation-expired'; 'known-already' a passkey or identity that
   *   belongs to somebody
   */
  async accept(token: string, guest: Guest, label: string): Promise<string | Refusal> {
    return this.#tables.together(async (ask) => {
      const now = this.#tables.now()
      const hash = hashOfSecret(token)
      // Of those who come by different links to an empty seat one comes in: the others wait here, and find it taken.
      await ask(
        `select pg_advisory_xact_lock(hashtextextended(organisation || ' ' || seat, 0)) from invitations
                 where token_hash = $1 and while_vacant`,
        [hash],
      )
      const claimed = await ask<Row>(
        `update invitations set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
         and not (while_vacant and ${isTaken})
         returning id, organisation, seat, role, expires_at, null as used_at, false as is_void`,
        [hash, now],
      )
      const [found] = claimed.length > 0 ? claimed : await ask<Row>(`${selection} where token_hash = $1`, [hash])
      const invitation = invitationFrom(found, now)
      if (isRefusal(invitation)) return invitation
      if ('account' in guest) {
        // Held, so that an account that is being erased is not given a seat.
        const held = await ask('select id from accounts where id = $1 for key share', [guest.account])
        if (held.length === 0) return refuse('unknown-account', 'This account has been erased.')
      }
      const account = 'account' in guest ? guest.account : (await enterAccount(ask, guest.name, guest.email, now)).id
      if ('name' in guest) {
        if (guest.passkey && !(await enterPasskey(ask, account, guest.passkey, now))) return knownAlready
        if (guest.identity && !(await enterIdentity(ask, account, guest.identity, now))) return knownAlready
      }
      await giveSeat(ask, account, invitation, now)
      // For good: the seat may be empty again within their day.
      await ask(
        `update invitations set used_at = $3 where organisation = $1 and seat = $2 and while_vacant and used_at is null`,
        [invitation.organisation, seatId(invitation.seat), now],
      )
      return beginSession(ask, { account, sits: invitation, label }, now)
    })
  }

  /** Those to a seat that nobody has used and that can still be. */
  async open(organisation: string, seat: Seat): Promise<Invitation[]> {
    const now = this.#tables.now()
    const found = await this.#tables.ask<Row>(
      `${selection} where organisation = $1 and seat = $2 and used_at is null and expires_at > $3
       and not (while_vacant and ${isTaken}) order by expires_at, id`,
      [organisation, seatId(seat), now],
    )
    return found.flatMap((row) => {
      const invitation = invitationFrom(row, now)
      return isRefusal(invitation) ? [] : [invitation]
    })
  }

  /** Takes back one that nobody has used. */
  async withdraw(id: string, organisation: string, seat: Seat): Promise<void> {
    await this.#tables.ask(
      'delete from invitations where id::text = $1 and organisation = $2 and seat = $3 and used_at is null',
      [id, organisation, seatId(seat)],
    )
  }
}

interface Row {
  id: string
  organisation: string
  seat: string
  role: Role
  expires_at: Instant
  used_at: Instant | null
  is_void: boolean
}

/** Whether anybody sits in the seat of an invitation. */
const isTaken = `exists (select 1 from account_seats held
  where held.organisation = invitations.organisation and held.seat = invitations.seat)`

const selection = `select id, organisation, seat, role, expires_at, used_at,
  while_vacant and (used_at is not null or ${isTaken}) as is_void from invitations`

function invitationFrom(row: Row | undefined, now: Instant): Invitation | Refusal {
  const seat = row && readSeat(row.seat)
  const remedy = 'Ask whoever sent it for a new one.'
  if (!row || !seat) return refuse('unknown-invitation', 'There is no such invitation.', { remedy })
  if (row.is_void)
    return refuse('invitation-used', 'This link was for the first to come, and somebody has come.', {
      remedy: 'Ask them for an invitation, or whoever runs the server.',
    })
  if (row.used_at !== null)
    return refuse('invitation-used', 'This invitation has been used; each lets one person in, once.', { remedy })
  if (row.expires_at <= now)
    return refuse('invitation-expired', `This invitation was valid until ${row.expires_at}.`, { remedy })
  return { id: row.id, organisation: row.organisation, seat, role: row.role, expiresAt: row.expires_at }
}

const knownAlready = refuse('known-already', 'Somebody here signs in with this already.', {
  remedy: 'Sign in first, at /sign-in, and then open the invitation again.',
})
