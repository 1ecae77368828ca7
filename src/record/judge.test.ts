import { describe, expect, test } from 'vitest'
import {
  accord,
  agreed,
  chair,
  chairBefore,
  decision,
  grant,
  isBroken,
  leave,
  meeting,
  memorandum,
  on,
  position,
  positions,
  type Row,
  reviewed,
  rules,
  term,
} from '../../test/support/judged.ts'
import { negotiation } from './acts/negotiation.ts'
import { type ActKind, actKinds } from './acts.ts'
import { judgedKinds } from './judge.ts'

// Every kind of act with what the rules say of it: one that keeps to them and one that does not, with the article.

const nothing = 'no rule bears on it'

const kinds: { readonly [K in ActKind]: typeof nothing | readonly Row[] } = {
  'status-granted': [
    {
      says: 'granted by the Council, without objection, after a memorandum',
      given: [memorandum()],
      act: grant({ by: 'council', positions: positions() }),
      finding: 'in-order',
    },
    {
      says: 'granted by another body',
      given: [memorandum()],
      act: grant({ by: 'assembly', positions: positions() }),
      finding: 'departure',
      article: 'Rule 3(1)',
    },
    {
      says: 'granted although Erewhon objected',
      given: [memorandum()],
      act: grant({ by: 'council', positions: positions({ against: ['Erewhon'] }) }),
      finding: 'departure',
      article: 'Rule 6',
    },
    {
      says: 'granted a day before the memorandum was signed',
      given: [memorandum({ on: '2031-06-03' })],
      act: grant({ by: 'council', positions: positions() }),
      finding: 'unusual',
      article: 'Rule 15',
    },
    {
      says: 'granted in the month in which the memorandum was signed',
      given: [memorandum({ on: '2031-06' })],
      act: grant({ by: 'council', positions: positions() }),
      finding: 'unusual',
      article: 'Rule 15',
    },
  ],
  'status-ended': [
    { says: 'six weeks after its notice', act: leave('2031-04-21'), finding: 'in-order' },
    { says: 'a day less', act: leave('2031-04-22'), finding: 'departure', article: 'Rule 4(2)' },
    { says: 'after a notice of which the month is known', act: leave('2031-04'), finding: 'cannot-be-judged' },
  ],
  'decision-recorded': [
    { says: 'adopted, and nobody objected', given: agreed, act: decision('adopted'), finding: 'in-order' },
    {
      says: 'adopted, although Utopia objected',
      given: [position('Utopia', 'objects')],
      act: decision('adopted'),
      finding: 'departure',
      article: 'Rule 6',
    },
    {
      says: 'not adopted, although nobody objected',
      given: agreed,
      act: decision('not-adopted'),
      finding: 'departure',
      article: 'Rule 6',
    },
    {
      says: 'the last position counts',
      given: [position('Utopia', 'objects', { id: 'first' }), position('Utopia', 'stands-aside')],
      act: decision('adopted'),
      finding: 'in-order',
    },
    {
      says: 'agreed ad referendum',
      given: [position('Utopia', 'ad-referendum')],
      act: decision('adopted'),
      finding: 'cannot-be-judged',
    },
    {
      says: 'reserved',
      given: [position('Utopia', 'reserves')],
      act: decision('adopted'),
      finding: 'cannot-be-judged',
    },
    {
      says: 'the objection of one that stays outside it',
      given: [position('Utopia', 'objects')],
      act: decision('adopted', { outside: ['Utopia'] }),
      finding: 'in-order',
    },
    {
      says: 'the objection of one without a say',
      given: [position('Laputa', 'objects')],
      act: decision('adopted'),
      finding: 'in-order',
    },
    {
      says: 'a budget, and not by the Assembly',
      given: agreed,
      act: decision('adopted', { type: 'budget' }),
      finding: 'departure',
      article: 'Rule 14',
    },
    { says: 'only proposed', act: decision('proposed', { type: 'budget' }), finding: 'in-order' },
  ],
  'position-taken': [
    {
      says: 'by a member',
      given: [{ ...decision('adopted'), id: 'decision' }],
      act: position('Utopia', 'objects'),
      finding: 'in-order',
    },
    {
      says: 'by one that is none',
      given: [{ ...decision('adopted'), id: 'decision' }],
      act: position('Laputa', 'objects'),
      finding: 'departure',
      article: 'Rule 6',
    },
    {
      says: 'by one that becomes a member later on the day',
      given: [
        { ...decision('adopted'), id: 'decision' },
        { id: 'later', kind: 'status-granted', participant: 'Laputa', status: 'member', founding: true, after: 'it' },
      ],
      act: position('Laputa', 'objects'),
      finding: 'departure',
      article: 'Rule 6',
    },
    {
      says: 'by one that leaves later on the day',
      given: [
        { ...decision('adopted'), id: 'decision' },
        { id: 'later', kind: 'status-ended', participant: 'Utopia', after: 'it' },
      ],
      act: position('Utopia', 'objects'),
      finding: 'in-order',
    },
  ],
  'meeting-held': [
    { says: 'the host chairs', act: meeting('council', { country: 'Utopia', chair: 'Utopia' }), finding: 'in-order' },
    {
      says: 'another chairs',
      act: meeting('council', { country: 'Utopia', chair: 'Arcadia' }),
      finding: 'departure',
      article: 'Rule 8(1)',
    },
    {
      says: 'the chair of the Council chairs',
      given: [chairBefore('Arcadia')],
      act: meeting('assembly', { chair: 'Arcadia' }),
      finding: 'in-order',
    },
    {
      says: 'another does',
      given: [chairBefore('Arcadia')],
      act: meeting('assembly', { chair: 'Utopia' }),
      finding: 'departure',
      article: 'Rule 8(2)',
    },
    {
      says: 'a chair that was only announced is nobody’s',
      given: [{ ...chairBefore('Arcadia'), planned: true }],
      act: meeting('assembly', { chair: 'Utopia' }),
      finding: 'cannot-be-judged',
    },
    { says: 'papers in time', act: meeting('committee', { papersOn: '2031-05-19' }), finding: 'in-order' },
    {
      says: 'papers late',
      act: meeting('committee', { papersOn: '2031-05-20' }),
      finding: 'departure',
      article: 'Rule 9',
    },
    {
      says: 'two ask for it',
      act: meeting('senate', { extraordinary: true, calledBy: ['Arcadia', 'Utopia'], calledOn: '2031-05-19' }),
      finding: 'in-order',
    },
    {
      says: 'one asks for it',
      act: meeting('senate', { extraordinary: true, calledBy: ['Utopia'], calledOn: '2031-05-19' }),
      finding: 'departure',
      article: 'Rule 10',
    },
    { says: 'a regular session is asked for by nobody', act: meeting('senate'), finding: 'in-order' },
    {
      says: 'once in each of the years before',
      given: [{ ...meeting('congress'), id: 'one', on: '2030-02-04', meeting: 'one' }],
      act: meeting('congress'),
      finding: 'in-order',
    },
    {
      says: 'not in a year that is all on record',
      act: meeting('congress'),
      finding: 'departure',
      article: 'Rule 11',
    },
    {
      says: 'an extraordinary session makes up for nothing, and is asked nothing',
      act: meeting('congress', { extraordinary: true }),
      finding: 'in-order',
    },
    {
      says: 'not on record in a year that is not all on record',
      act: meeting('congress', { coveredAs: 'others' }),
      finding: 'cannot-be-judged',
    },
    {
      says: 'only announced',
      act: meeting('council', { country: 'Utopia', chair: 'Arcadia', planned: true }),
      finding: 'in-order',
    },
  ],
  'chair-taken': [
    {
      says: 'the next in the order of names',
      given: [chairBefore('Arcadia')],
      act: chair('Erewhon'),
      finding: 'in-order',
    },
    {
      says: 'the one after the next',
      given: [chairBefore('Arcadia')],
      act: chair('Utopia'),
      finding: 'unusual',
      article: 'Rule 8(3)',
    },
    {
      says: 'one that came in on the day is not among them yet',
      given: [
        chairBefore('Erewhon'),
        { id: 'today', kind: 'status-granted', participant: 'Laputa', status: 'member', founding: true },
      ],
      act: chair('Utopia'),
      finding: 'in-order',
    },
    {
      says: 'only announced',
      given: [chairBefore('Arcadia')],
      act: chair('Utopia', { planned: true }),
      finding: 'in-order',
    },
    { says: 'the first there was', act: chair('Utopia'), finding: 'in-order' },
  ],
  'term-began': [
    { says: 'for a year', act: term('secretary', 'Utopia'), finding: 'in-order' },
    {
      says: 'for a day longer',
      act: term('secretary', 'Utopia', { to: '2032-06-03' }),
      finding: 'departure',
      article: 'Rule 12',
    },
    {
      says: 'by whom it was held before',
      given: [term('secretary', 'Utopia', { id: 'first', on: '2030-07-01', to: '2031-06-02' })],
      act: term('secretary', 'Utopia'),
      finding: 'departure',
      article: 'Rule 12',
    },
    {
      says: 'beside a Secretary from elsewhere',
      given: [term('secretary', 'Utopia', { id: 'beside', on: '2031-01-06', to: '2032-01-06' })],
      act: term('deputy', 'Arcadia'),
      finding: 'in-order',
    },
    {
      says: 'beside one from the same participant',
      given: [term('secretary', 'Utopia', { id: 'beside', on: '2031-01-06', to: '2032-01-06' })],
      act: term('deputy', 'Utopia'),
      finding: 'departure',
      article: 'Rule 13',
    },
    {
      says: 'on the day on which that one leaves',
      given: [
        term('secretary', 'Utopia', { id: 'left', on: '2030-06-10', to: on }),
        term('secretary', 'Erewhon', { id: 'beside', to: '2032-06-02' }),
      ],
      act: term('deputy', 'Utopia'),
      finding: 'in-order',
    },
    {
      says: 'nobody knows whether that one had left',
      given: [term('secretary', 'Utopia', { id: 'beside', on: '2031-01-06', to: '2031-06' })],
      act: term('deputy', 'Utopia'),
      finding: 'cannot-be-judged',
    },
  ],
  'instrument-signed': [
    { says: 'in force on the day that its clause gives', act: accord('2031-09-03'), finding: 'in-order' },
    { says: 'said to be so in the month of that day', act: accord('2031-09'), finding: 'in-order' },
    { says: 'said to be so a day later', act: accord('2031-09-04'), finding: 'departure', article: 'Rule 16' },
  ],
  'organisation-described': nothing,
  'rule-stated': nothing,
  'participant-described': nothing,
  'participant-named': nothing,
  'capital-located': nothing,
  'body-described': nothing,
  'source-described': nothing,
  'coverage-stated': nothing,
  'research-accounted': nothing,
  'clock-set': nothing,
  'document-described': nothing,
  'gap-stated': nothing,
  'step-taken': nothing,
  'attended-as-guest': nothing,
  'relation-noted': nothing,
  'representation-changed': nothing,
  'connection-noted': nothing,
  'exercise-held': nothing,
  'shares-stated': nothing,
  'programme-recorded': nothing,
  'stance-reported': nothing,
  'dispute-recorded': nothing,
  'dispute-developed': nothing,
  'text-described': nothing,
  'paragraph-abstracted': nothing,
  'element-described': nothing,
  'definition-described': nothing,
  'thread-described': nothing,
  'statement-reported': nothing,
  'claim-recorded': nothing,
  'relation-established': nothing,
  'neighbour-described': nothing,
  'feature-stated': nothing,
  'bearing-noted': nothing,
  'membership-recorded': nothing,
  'figure-stated': nothing,
  'act-withdrawn': nothing,
  // Ruled on when they are done, by the procedure: see procedure.test.ts.
  ...(Object.fromEntries(Object.keys(negotiation).map((kind) => [kind, nothing])) as {
    [K in keyof typeof negotiation]: typeof nothing
  }),
  sealed: nothing,
}

for (const kind of actKinds) {
  const rows = kinds[kind]
  describe(kind, () => {
    if (rows === nothing) {
      test(nothing, () => expect(judgedKinds.has(kind)).toBe(false))
      return
    }
    test('rules bear on it: one row keeps to them, one does not', () => {
      expect(judgedKinds.has(kind)).toBe(true)
      const findings = rows.map(({ finding }) => finding)
      expect(findings).toContain('in-order')
      expect(findings.some(isBroken)).toBe(true)
      for (const { finding, article } of rows) expect(article !== undefined).toBe(isBroken(finding))
    })
    for (const row of rows) {
      test(`${row.says}: ${row.finding}${row.article ? `, ${row.article}` : ''}`, () => {
        const { finding, articles } = reviewed(row)
        expect(finding).toBe(row.finding)
        expect(articles).toEqual(row.article ? [`Rules, ${row.article}`] : [])
      })
    }
  })
}

const broken = Object.values(kinds).flatMap((rows) =>
  rows === nothing ? [] : rows.filter(({ finding }) => isBroken(finding)),
)

describe('what breaks a rule breaks it only while the rule is in force', () => {
  const times = [
    { says: 'on its first day', more: { on }, breaks: true },
    { says: 'on its last day', more: { on: '2030-01-01', to: '2031-06-03' }, breaks: true },
    { says: 'the day before its first', more: { on: '2031-06-03' }, breaks: false },
    { says: 'the day after its last', more: { on: '2030-01-01', to: on }, breaks: false },
    { says: 'where nobody knows when it began', more: {}, breaks: false },
  ]
  for (const { says, more, breaks } of times) {
    // How often a body meets is asked of whole years, so a rule of that day asks nothing yet.
    // A clause on entry into force applies from the adoption of the text, so also before the rule begins.
    const isAsked = (article: string | undefined) =>
      article === 'Rule 11' ? !(breaks && more.on === on) : breaks || article !== 'Rule 16'
    const rows = broken.filter(({ article }) => isAsked(article))
    test.each(rows)(`${says}: $article, $says`, (row) => {
      expect(isBroken(reviewed(row, rules(more)).finding)).toBe(breaks)
    })
  }
})
