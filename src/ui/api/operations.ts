/** What can be asked of the interface: for the document that programs read and for the page that people do. */
export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post'
  /** With parameters in braces. */
  readonly path: string
  readonly title: string
  readonly says: string
  /** The name of the schema of what is sent and of what comes back. */
  readonly sends?: 'Act'
  readonly gives: string
  readonly parameters?: readonly Parameter[]
  /** The status of an answer that is no refusal, and what it means. */
  readonly answers: Readonly<Record<number, string>>
  /** The statuses of its refusals. */
  readonly refuses: readonly number[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'header'
  readonly says: string
  readonly schema: Readonly<Record<string, unknown>>
}

const read = [400, 401, 404, 405, 500] as const
const sent = [400, 401, 403, 404, 405, 409, 413, 415, 429, 500] as const

export const operations: readonly Operation[] = [
  {
    id: 'enter',
    method: 'post',
    path: '/api/{organisation}/acts',
    title: 'Enter an act',
    says: 'Does one thing with effect on the record: the same way in as the forms of the pages, under the same rules. An act that is not in order is not entered, and the answer says under which article and what can be done.',
    sends: 'Act',
    gives: 'Entered',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        says: 'The id of the act, instead of its field “id”. Sent again with the same act it is entered once.',
        schema: { $ref: '#/components/schemas/Id' },
      },
    ],
    answers: {
      200: 'It had been entered before, by the same id; here is that entry.',
      201: 'Entered.',
    },
    refuses: sent,
  },
  {
    id: 'rule',
    method: 'post',
    path: '/api/{organisation}/acts/ruling',
    title: 'Ask what the rules would say',
    says: 'The same body. Says whether the act would be in order now, and why, or refuses it in the same words; nothing is entered.',
    sends: 'Act',
    gives: 'Ruling',
    answers: { 200: 'It would be entered, with this ruling.' },
    refuses: sent,
  },
  {
    id: 'self',
    method: 'get',
    path: '/api/{organisation}',
    title: 'Who am I',
    says: 'The seat for which the token acts, the time on the organisation’s clock, and the last position of the register that the seat may see.',
    gives: 'Self',
    answers: { 200: 'The seat, the time and the position.' },
    refuses: read,
  },
  {
    id: 'proposals',
    method: 'get',
    path: '/api/{organisation}/proposals',
    title: 'Proposals',
    says: 'Every proposal whose text is open to the seat, in the order in which they were made.',
    gives: 'Proposals',
    answers: { 200: 'The proposals.' },
    refuses: read,
  },
  {
    id: 'proposal',
    method: 'get',
    path: '/api/{organisation}/proposals/{proposal}',
    title: 'A proposal',
    says: 'The text in all its revisions, who stands where as far as the seat may see, statements, amendments, silence, and what became of it.',
    gives: 'Proposal',
    answers: { 200: 'The proposal.' },
    refuses: read,
  },
  {
    id: 'meetings',
    method: 'get',
    path: '/api/{organisation}/meetings',
    title: 'Meetings held here',
    says: 'The meetings that were opened here and that the seat may see, in order.',
    gives: 'Meetings',
    answers: { 200: 'The meetings.' },
    refuses: read,
  },
  {
    id: 'meeting',
    method: 'get',
    path: '/api/{organisation}/meetings/{meeting}',
    title: 'A meeting held here',
    says: 'Its agenda, who is there, what was put to it, and its minutes.',
    gives: 'Meeting',
    answers: { 200: 'The meeting.' },
    refuses: read,
  },
  {
    id: 'register',
    method: 'get',
    path: '/api/{organisation}/register',
    title: 'The register',
    says: 'Entries in order of position: in full those that the seat may see, and of the others what everyone has, which is the hash of what was entered.',
    gives: 'Register',
    parameters: [
      {
        name: 'after',
        in: 'query',
        says: 'The position after which to begin; 0 unless given.',
        schema: { type: 'integer', minimum: 0, default: 0 },
      },
      {
        name: 'limit',
        in: 'query',
        says: 'How many entries at most, 1 to 500; 100 unless given.',
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
      },
    ],
    answers: { 200: 'The entries, and the position to ask after for the next; none where there is no more.' },
    refuses: read,
  },
  {
    id: 'events',
    method: 'get',
    path: '/api/{organisation}/events',
    title: 'Follow what is entered',
    says: 'Server-sent events: “here” at first, then “changed” whenever something was entered that the seat may see, with the decisions, meetings and bodies that it is about; also when silence on a text open to it was broken, not by whom. The stream ends with the session or the token. Whoever was away says so by Last-Event-ID or “since”.',
    gives: 'Events',
    parameters: [
      {
        name: 'since',
        in: 'query',
        says: 'The last position known; whatever was entered after it is told at once.',
        schema: { type: 'integer', minimum: 0 },
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        says: 'The id of the last event heard.',
        schema: { type: 'string' },
      },
    ],
    answers: { 200: 'Events, for as long as the connection stands.' },
    refuses: [401, 404, 405, 429, 500, 503],
  },
]
