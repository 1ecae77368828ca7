import { nameOf, type Organisation, type Seat } from '../record/index.ts'
import { html } from './html.ts'

/** The sentences of seats, sign-in and delegations. */
export const seatWords = {
  takeASeat: 'Take a seat',
  leave: 'leave',
  youSitAs: (name: string) => `You sit as ${name}`,
  secretariat: 'the Secretariat',
  public: 'the public',
  asPublic: 'You are here as the public',
  readOnly: 'Nobody sits here: this edition is only read',
  readOnlyWhy:
    'It is compiled by others from public sources and does not act for the organisation. What it says changes only in its folder, with a source.',
  elsewhere: 'Where you can sit',
  fork: (id: string) =>
    html`To play on from a day of this record, <a href="/${id}/fork">make an exercise of it</a>, or in a terminal: <code>chancery fork ${id}</code>.`,
  openWhy:
    'Choose below whose seat you take. These pages are served to this machine alone, so whoever is at it may sit as anyone, without an account. A browser has one seat at a time in all its windows; to sit as two at once, open a private window or another browser.',
  byInvitation:
    'Seats are taken by invitation: the Secretariat invites heads of delegation, and they invite their people. Open the link that you were sent.',
  inviteHere:
    'Seats are given by invitation. Whoever manages this seat invites others to it, and the Secretariat heads of delegation, on the page of people.',
  inTheChair: 'In the chair',
  yourSeats: 'Your seats',
  asSecretariat: 'For the organisation',
  backToPublic: 'Back to the public',
  whoIsHere: 'Who is here',
  nobodyHere: 'Nobody has been here in the last ten minutes.',
  lastMinutes: 'Seats in which somebody has been in the last ten minutes.',
  signIn: 'Sign in',
  signInLede: 'For those who were invited. Whoever only reads needs no account.',
  account: 'Your account',
  delegation: 'People, tokens and contacts',
  toTheTable: 'To the table',
  byPasskey: 'Sign in by passkey',
  passkeyNote: 'Your device asks for your finger, your face or its code. No password is kept here.',
  noScript: 'A passkey needs script in this browser, and an address that begins with https:// or is localhost.',
  byProvider: (name: string) => `Sign in at ${name}`,
  invitedBefore: 'Nobody has invited you yet? Ask the head of your delegation or the Secretariat.',
  invited: (seat: string, organisation: string) => `You are invited to sit as ${seat} in the ${organisation}`,
  invitedUntil: (until: string) => `The invitation lets one person in, once, until ${until}.`,
  asHead: 'As head of the seat you invite and remove its people.',
  yourName: 'Your name, as the others of your seat see it',
  acceptByPasskey: 'Accept with a passkey',
  acceptByPasskeyNote: 'With a passkey you can sign in again, here and on your other devices.',
  acceptPlainly: 'Accept without a passkey',
  acceptPlainlyNote:
    'You stay signed in in this browser for thirty days; after that, or in another browser, you need a new invitation or a passkey made on the page of your account.',
  acceptAt: (name: string) => `Accept and sign in at ${name}`,
  acceptAs: (name: string) => `Accept as ${name}`,
  role: { head: 'head', member: 'member' },
} as const

/** A seat by its name on the day: "Arcadia", "the Secretariat". */
export function seatName(seat: Seat, organisation: Organisation): string {
  return seat.kind === 'delegation' ? nameOf(organisation, seat.participant) : seatWords[seat.kind]
}
