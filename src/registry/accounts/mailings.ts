import { readSeat, type Seat, seatId } from '../../record/index.ts'
import type { Tables } from './tables.ts'

/** How somebody wants to be written to about a seat. */
export type MailingChosen = 'none' | 'at-once' | 'daily'

/** Somebody who wants letters, and about which seat. */
export interface Addressee {
  readonly account: string
  readonly email: string
  readonly organisation: string
  readonly seat: Seat
  readonly mailing: 'at-once' | 'daily'
}

export class Mailings {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  async chosen(account: string, organisation: string, seat: Seat): Promise<MailingChosen> {
    const [found] = await this.#tables.ask<{ mailing: MailingChosen }>(
      'select mailing from mailings where account = $1 and organisation = $2 and seat = $3',
      [account, organisation, seatId(seat)],
    )
    return found?.mailing ?? 'none'
  }

  /** Keeps the choice, and with it the address. Nothing is kept of who has no seat there. */
  async choose(
    account: string,
    organisation: string,
    seat: Seat,
    mailing: MailingChosen,
    email: string | null,
  ): Promise<void> {
    await this.#tables.together(async (ask) => {
      await ask('update accounts set email = $2 where id = $1', [account, email])
      await ask(
        `insert into mailings (account, organisation, seat, mailing)
         select account, organisation, seat, $4 from account_seats
         where account = $1 and organisation = $2 and seat = $3
         on conflict (account, organisation, seat) do update set mailing = excluded.mailing`,
        [account, organisation, seatId(seat), mailing],
      )
      return true
    })
  }

  /** Everyone who wants letters now and still has the seat that they are about. */
  async addressees(): Promise<Addressee[]> {
    const found = await this.#tables.ask<Omit<Addressee, 'seat'> & { seat: string }>(
      `select accounts.id as account, accounts.email, mailings.organisation, mailings.seat, mailings.mailing
       from mailings join accounts on accounts.id = mailings.account
       join account_seats held on held.account = mailings.account
         and held.organisation = mailings.organisation and held.seat = mailings.seat
       where mailings.mailing <> 'none' and accounts.email is not null
       order by mailings.organisation, mailings.seat, accounts.id`,
    )
    return found.flatMap((row) => {
      const seat = readSeat(row.seat)
      return seat ? [{ ...row, seat }] : []
    })
  }
}
