import type { Live } from '../live.ts'
import { always, date, id, number, oneOf, refers, table, text, whole, yesNo } from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))
const participant = always(refers('participants.participant', 'Who.'))

/** Who belongs, and how they came to it; who holds an office, who chairs, who pays what. */
export const belonging = [
  table({
    name: 'statuses',
    title: 'Statuses',
    says: 'Who held which status over which period. to_date is the first day on which it was no longer held.',
    key: ['act'],
    columns: {
      participant,
      status: always(refers('status_kinds.status', 'Which status.')),
      from_date: always(date('From when.')),
      to_date: date('Until when; empty while no end is on record.'),
      founding: yesNo('Whether it was there from the founding.'),
      effect: text('What made it take effect.'),
      decided_on: date('When it was decided.'),
      decided_at: text('At which meeting, in words.'),
      ended_by: refers('acts.act', 'The act that ended it.'),
      act,
    },
    rowsFrom: ({ organisation }: Live) =>
      organisation.allHoldings().flatMap(({ grantedBy, from, to, endedBy }) => {
        const it = grantedBy.act
        if (it.kind !== 'status-granted') return []
        return {
          participant: it.participant,
          status: it.status,
          from_date: from,
          to_date: to,
          founding: it.founding,
          effect: it.effect,
          decided_on: it.decided?.on,
          decided_at: it.decided?.meeting,
          ended_by: endedBy?.id,
          act: it.id,
        }
      }),
  }),
  table({
    name: 'steps',
    title: 'Steps and contacts',
    says: 'Applications, signatures and other steps towards a status; attendance as a guest and other contacts, which are no status.',
    key: ['act', 'participant'],
    columns: {
      participant,
      on_date: always(date('When.')),
      kind: always(oneOf(['step', 'guest', 'contact', 'representation'], 'What it was.')),
      what: always(text('What happened.')),
      toward: refers('status_kinds.status', 'Towards which status.'),
      represented: yesNo('Whether it was represented from then on.'),
      act,
    },
    rowsFrom: ({ of }: Live) => {
      const none = { toward: undefined, represented: undefined }
      return [
        ...of('step-taken').flatMap(({ act: it }) =>
          it.participants.map((one) => ({
            participant: one,
            on_date: it.on,
            kind: 'step',
            what: it.what,
            toward: it.toward,
            represented: undefined,
            act: it.id,
          })),
        ),
        ...of('attended-as-guest').map(({ act: it }) => ({
          participant: it.participant,
          on_date: it.on,
          kind: 'guest',
          what: it.what,
          ...none,
          act: it.id,
        })),
        ...of('relation-noted').map(({ act: it }) => ({
          participant: it.participant,
          on_date: it.on,
          kind: 'contact',
          what: it.what,
          ...none,
          act: it.id,
        })),
        ...of('representation-changed').map(({ act: it }) => ({
          participant: it.participant,
          on_date: it.on,
          kind: 'representation',
          what: it.what,
          toward: undefined,
          represented: it.represented,
          act: it.id,
        })),
      ]
    },
  }),
  table({
    name: 'offices',
    title: 'Offices',
    says: 'Who held an office of the organisation, and which participant put the holder forward.',
    key: ['act'],
    columns: {
      office: always(id('Which office.')),
      title: always(text('As it was styled at the time.')),
      holder: always(text('Who held it.')),
      participant: always(refers('participants.participant', 'Who put the holder forward.')),
      body: text('The body to which the office belongs.'),
      from_date: always(date('From when.')),
      to_date: date('The first day on which the holder was no longer in office.'),
      decided_on: date('When it was decided.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('term-began').map(({ act: it }) => ({
        office: it.office,
        title: it.title,
        holder: it.holder,
        participant: it.participant,
        body: it.body,
        from_date: it.on,
        to_date: it.to,
        decided_on: it.decidedOn,
        act: it.id,
      })),
  }),
  table({
    name: 'chairs',
    title: 'Chairs',
    says: 'Which participant was in the chair of a body over which period.',
    key: ['act'],
    columns: {
      body: always(id('Of which body.')),
      participant,
      from_date: always(date('From when.')),
      to_date: date('The first day on which it no longer was.'),
      meeting: refers('meetings.meeting', 'The meeting that the chair prepared and led.'),
      planned: yesNo('Announced only.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('chair-taken').map(({ act: it }) => ({
        body: it.body,
        participant: it.participant,
        from_date: it.on,
        to_date: it.to,
        meeting: it.meeting,
        planned: it.planned,
        act: it.id,
      })),
  }),
  table({
    name: 'schemes',
    title: 'Schemes of shares',
    says: 'Documents that say who pays which share of the budget, and from when to when.',
    key: ['act'],
    columns: {
      scheme: always(id('Which scheme.')),
      document: always(text('Where it stands.')),
      from_date: date('From when.'),
      to_date: date('The first day on which it no longer applied.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('shares-stated').map(({ act: it }) => ({
        scheme: it.scheme,
        document: it.document,
        from_date: it.from,
        to_date: it.to,
        act: it.id,
      })),
  }),
  table({
    name: 'shares',
    title: 'Shares and posts',
    says: 'Who pays what share, and has how many posts, under a scheme. What was not read is left empty or out.',
    key: ['act', 'participant'],
    columns: {
      act: always(refers('schemes.act', 'The act that states the scheme.')),
      participant,
      percent: number('Share of the budget, in per cent.'),
      posts: whole('Posts.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('shares-stated').flatMap(({ act: it }) => {
        const all = new Set([...it.shares, ...(it.posts ?? [])].map((one) => one.participant))
        return [...all].map((one) => ({
          act: it.id,
          participant: one,
          percent: it.shares.find((share) => share.participant === one)?.percent,
          posts: it.posts?.find((post) => post.participant === one)?.posts,
        }))
      }),
  }),
]
