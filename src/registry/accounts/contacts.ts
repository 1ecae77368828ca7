import { randomUUID } from 'node:crypto'
import type { Tables } from './tables.ts'

/** Whom to write to at a participant, in what function. */
export interface Contact {
  readonly id: string
  readonly participant: string
  /** "National coordinator", "permanent representative". */
  readonly role: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

export class Contacts {
  readonly #tables: Tables
  constructor(tables: Tables) {
    this.#tables = tables
  }

  async add(organisation: string, contact: Omit<Contact, 'id'>): Promise<void> {
    await this.#tables.ask(
      `insert into contacts (id, organisation, participant, role, name, email, phone, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        randomUUID(),
        organisation,
        contact.participant,
        contact.role,
        contact.name,
        contact.email,
        contact.phone,
        this.#tables.now(),
      ],
    )
  }

  /** Of one participant, or of all. */
  of(organisation: string, participant?: string): Promise<Contact[]> {
    return this.#tables.ask<Contact>(
      `select id, participant, role, name, email, phone from contacts
       where organisation = $1 and ($2::text is null or participant = $2) order by participant, role, name, id`,
      [organisation, participant ?? null],
    )
  }

  async erase(id: string, organisation: string, participant: string): Promise<void> {
    await this.#tables.ask('delete from contacts where id::text = $1 and organisation = $2 and participant = $3', [
      id,
      organisation,
      participant,
    ])
  }
}
