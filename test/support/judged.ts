import { type Act, Fold, review } from '../../src/record/index.ts'
import type { Judgement } from '../../src/rules/index.ts'
import { act, entriesOf } from './registers.ts'

// A rule of each kind that computes, acts to hold against them, and what a review finds.

/** An act with what else is on record, and what the rules say of it. */
export interface Row {
  readonly says: string
  readonly given?: readonly object[]
  readonly act: object
  readonly finding: Judgement
  readonly article?: string
}

const computing = {
  'Rule 3(1)': { kind: 'status', status: 'associate', grantedBy: 'council' },
  'Rule 4(2)': { kind: 'leaving', notice: { weeks: 6 } },
  'Rule 6': { kind: 'body', body: 'council', name: 'Council', decides: { kind: 'consensus' } },
  'Rule 8(1)': { kind: 'chair', bodies: ['council'], is: 'host' },
  'Rule 8(2)': { kind: 'chair', bodies: ['assembly'], is: 'chair-of', of: 'council' },
  'Rule 8(3)': { kind: 'rotation', chairOf: 'council', language: 'en', among: ['member'] },
  'Rule 9': { kind: 'papers', bodies: ['committee'], before: { weeks: 2 } },
  'Rule 10': { kind: 'convening', body: 'senate', initiators: 2, notice: { weeks: 2 } },
  'Rule 11': { kind: 'frequency', body: 'congress', perYear: 1 },
  'Rule 12': { kind: 'term', office: 'secretary', lasts: { years: 1 }, renewable: false },
  'Rule 13': { kind: 'apart', office: 'deputy', from: 'secretary' },
  'Rule 14': { kind: 'competence', body: 'assembly', types: ['budget'] },
  'Rule 15': { kind: 'signed-before', status: 'associate', instrument: 'memorandum' },
  'Rule 16': { kind: 'entry-into-force', instruments: ['accord'], clause: { count: 2, after: { days: 30 } } },
} as const
const asARule = ['Rule 8(3)', 'Rule 15']

/** The rules, one by one, from a day or from one that is not known, until another. */
export function rules(more: { readonly on?: string; readonly to?: string } = { on: '2030-01-01' }): Act[] {
  return Object.entries(computing).map(([article, computes]) =>
    act({
      id: `rule/${article}`.replaceAll(/[ ()]/g, '-'),
      kind: 'rule-stated',
      rule: article.replaceAll(/[ ()]/g, '-'),
      document: 'Rules',
      article,
      strength: asARule.includes(article) ? 'as-a-rule' : 'must',
      says: 'as it says',
      computes,
      ...more,
    }),
  )
}

export const members = ['Arcadia', 'Erewhon', 'Utopia']
const label = (status: string, tone: string) => ({ status, tone, en: { one: status, many: status } })
const base: readonly Act[] = [
  act({
    ...{ id: 'organisation', kind: 'organisation-described', names: { en: 'Concord' }, shortName: 'Concord' },
    ...{ edition: 'made-up', introduction: ['Made up.'], timeZone: 'UTC', begins: '2030', coveredTo: '2033' },
    statuses: [label('member', 'member'), label('associate', 'observer')],
  }),
  ...[...members, 'Laputa'].map((name) =>
    act({
      ...{ id: `participant/${name}`, kind: 'participant-described', participant: name, type: 'state' },
      names: { en: name },
    }),
  ),
  ...members.map((name) =>
    act({
      ...{ id: `${name}-member`, kind: 'status-granted', participant: name, status: 'member', on: '2030-06-03' },
      founding: true,
    }),
  ),
  ...[2030, 2031].flatMap((year) =>
    ['instruments', 'congresses'].map((of) =>
      act({ id: `coverage/${year}/${of}`, kind: 'coverage-stated', year, of, coverage: 'complete', basis: 'Made up.' }),
    ),
  ),
]

export const on = '2031-06-02'
export const positions = (more: object = {}) => ({ for: ['Arcadia', 'Utopia'], against: [], abstaining: [], ...more })
export const grant = (decided: object) => ({
  kind: 'status-granted',
  participant: 'Laputa',
  status: 'associate',
  decided,
})
export const memorandum = (more: object = {}) => ({
  ...{ id: 'memorandum', kind: 'instrument-signed', on: '2031-05-05', instrument: 'memorandum', title: 'Memorandum' },
  ...{ type: 'memorandum', signatories: ['Laputa'], ...more },
})
export const leave = (noticeOn: string) => ({ kind: 'status-ended', participant: 'Utopia', noticeOn })
export const decision = (outcome: string, more: object = {}) => ({
  ...{ kind: 'decision-recorded', decision: 'd', title: 'Decision', body: 'council', type: 'decision' },
  ...{ outcome, participants: 'members', ...more },
})
export const position = (participant: string, what: string, more: object = {}) => ({
  ...{ id: `position/${participant}`, kind: 'position-taken', decision: 'd', participant, position: what },
  ...more,
})
export const agreed = members.map((one) => position(one, 'no-objection'))
export const meeting = (body: string, more: object = {}) => ({
  ...{ kind: 'meeting-held', meeting: 'm', body, attendanceBasis: 'none-recorded', outcomes: [] },
  ...{ outcomesKnown: 'none-found', coveredAs: 'congresses', ...more },
})
export const chair = (participant: string, more: object = {}) => ({
  ...{ kind: 'chair-taken', body: 'council', participant, ...more },
})
export const chairBefore = (participant: string) => chair(participant, { id: 'chair-before', on: '2031-01-06' })
export const term = (office: string, participant: string, more: object = {}) => ({
  ...{ kind: 'term-began', office, title: 'Office', holder: `From ${participant}`, participant, to: '2032-06-02' },
  ...more,
})
export const accord = (inForceOn: string) => ({
  ...{ kind: 'instrument-signed', instrument: 'accord', title: 'Accord', type: 'accord', signatories: [], inForceOn },
  parties: [
    { participant: 'Arcadia', depositedOn: '2031-07-07' },
    { participant: 'Utopia', depositedOn: '2031-08-04' },
  ],
})

export function isBroken(finding: Judgement): boolean {
  return finding === 'departure' || finding === 'unusual'
}

/** What the rules say of the act of a row: the gravest, and the articles of what is broken. */
export function reviewed(
  row: Pick<Row, 'given' | 'act'>,
  inForce = rules(),
  doubtful?: { readonly of: string; readonly field: string },
): { readonly finding: Judgement; readonly articles: readonly (string | undefined)[] } {
  const it = { ...row.act, id: 'it', on }
  const [first, later] = [row.given ?? [], row.given ?? []].map((given, index) =>
    given.filter((one) => ('after' in one ? index === 1 : index === 0)),
  )
  const acts = [...(first ?? []), it, ...(later ?? [])].map((one: { id?: string; on?: string }) =>
    act({
      on,
      ...one,
      ...(doubtful?.of === one.id ? { doubt: [{ field: doubtful?.field, kind: 'inferred', note: 'a guess' }] } : {}),
    }),
  )
  const fold = new Fold('concord', entriesOf([...inForce, ...base, ...acts]))
  const entry = fold.entry('it')
  if (!entry) throw new Error('The act is not on record.')
  const { finding, checks } = review(fold, entry)
  return {
    finding,
    articles: checks.filter(({ outcome }) => isBroken(outcome)).map(({ reasons }) => reasons[0]?.article),
  }
}
