import { of, type Session, secretariat } from '../negotiating.ts'
import {
  all,
  announced,
  at,
  chair,
  coordinatorsAnnounceSilence,
  coordinatorsMayBeSilent,
  does,
  expired,
  expiresAt,
  opensAt,
  proposed,
  type Row,
  revised,
  running,
  says,
} from './row.ts'

const open = (more: Record<string, unknown> = {}) => ({
  kind: 'silence-opened',
  decision: 'lights',
  revision: 1,
  opensAt,
  expiresAt,
  ...more,
})
const oppose = (participant: string) => ({ kind: 'silence-opposed', decision: 'lights', participant })
const extend = (until: string) => ({ kind: 'silence-extended', decision: 'lights', until })
const coordinatorsMeet = (session: Session) =>
  session.enter(chair, { kind: 'meeting-opened', meeting: 'm', body: 'coordinators', format: 'expanded' })
const suspend = { kind: 'silence-suspended', decision: 'lights' }
const resume = { kind: 'silence-resumed', decision: 'lights' }
const opposed = does(of('ERE'), 'silence-opposed', { participant: 'ERE' })
const suspended = does(chair, 'silence-suspended')
const justBefore = (time: string) => new Date(Date.parse(time) - 1).toISOString()

export const rows: readonly Row[] = [
  { says: 'for 72 hours', given: proposed(), seat: chair, act: open() },
  {
    says: 'and not a millisecond less',
    given: proposed(),
    seat: chair,
    act: open({ expiresAt: justBefore(expiresAt) }),
    refused: 'period-too-short',
  },
  { says: 'opened by the Secretariat for the chair', given: proposed(), seat: secretariat, act: open() },
  {
    says: 'at a meeting, where it is announced at one',
    given: all(
      coordinatorsAnnounceSilence,
      proposed({ body: 'coordinators', level: 'coordinators' }),
      coordinatorsMeet,
    ),
    seat: chair,
    act: open(),
  },
  {
    says: 'and not outside of one',
    given: all(coordinatorsAnnounceSilence, proposed({ body: 'coordinators', level: 'coordinators' })),
    seat: chair,
    act: open(),
    refused: 'not-at-a-meeting',
  },
  { says: 'by nobody else', given: proposed(), seat: of('ARC'), act: open(), refused: 'not-the-chair' },
  { says: 'from now on', given: all(proposed(), at(opensAt)), seat: chair, act: open() },
  {
    says: 'not from earlier on',
    given: all(proposed(), at(opensAt)),
    seat: chair,
    act: open({ opensAt: justBefore(opensAt) }),
    refused: 'opens-in-the-past',
  },
  {
    says: 'where no rule has it',
    given: proposed({ body: 'experts', level: 'experts' }),
    seat: chair,
    act: open(),
    refused: 'no-silence-here',
  },
  {
    says: 'where it is only prepared',
    given: all(coordinatorsMayBeSilent, proposed({ level: 'coordinators' })),
    seat: chair,
    act: open(),
    refused: 'not-the-deciding-body',
  },
  { says: 'once at a time', given: all(proposed(), announced), seat: chair, act: open(), refused: 'silence-runs' },
  {
    says: 'not while it is suspended',
    given: all(proposed(), announced, suspended),
    seat: chair,
    act: open(),
    refused: 'silence-runs',
  },
  {
    says: 'not of an older revision',
    given: all(proposed(), revised),
    seat: chair,
    act: open(),
    refused: 'stale-revision',
  },
  {
    says: 'not over an objection that stands',
    given: all(proposed(), says('ERE', 'objects')),
    seat: chair,
    act: open(),
    refused: 'objection-stands',
  },
  {
    says: 'once it is lifted',
    given: all(proposed(), says('ERE', 'objects'), says('ERE', 'no-objection')),
    seat: chair,
    act: open(),
  },
  {
    says: 'on a revision to which nobody objected',
    given: all(proposed(), says('ERE', 'objects'), revised),
    seat: chair,
    act: open({ revision: 2 }),
  },
  { says: 'again once the method was opposed', given: all(proposed(), announced, opposed), seat: chair, act: open() },
  { says: 'not once it expired', given: all(proposed(), expired), seat: chair, act: open(), refused: 'too-late' },

  {
    says: 'opposed before it opens',
    given: all(proposed(), announced, at(justBefore(opensAt))),
    seat: of('ERE'),
    act: oppose('ERE'),
  },
  {
    says: 'not once it opened',
    given: all(proposed(), running),
    seat: of('ERE'),
    act: oppose('ERE'),
    refused: 'too-late',
  },
  { says: 'not where none was announced', given: proposed(), seat: of('ERE'), act: oppose('ERE'), refused: 'too-late' },
  {
    says: 'opposed by two, the second of whom does not know',
    given: all(proposed(), announced, opposed),
    seat: of('LIL'),
    act: oppose('LIL'),
  },
  {
    says: 'once by each',
    given: all(proposed(), announced, opposed),
    seat: of('ERE'),
    act: oppose('ERE'),
    refused: 'already-so',
  },
  {
    says: 'while it is suspended before it opens',
    given: all(proposed(), announced, suspended),
    seat: of('ERE'),
    act: oppose('ERE'),
  },
  {
    says: 'not once the text was changed',
    given: all(proposed(), announced, revised),
    seat: of('ERE'),
    act: oppose('ERE'),
    refused: 'too-late',
  },
  {
    says: 'where the rule asks nobody',
    given: all(coordinatorsMayBeSilent, proposed({ body: 'coordinators', level: 'coordinators' }), announced),
    seat: of('ERE'),
    act: oppose('ERE'),
    refused: 'method-is-given',
  },
  {
    says: 'by whoever may not break it',
    given: all(proposed({ audience: 'participants' }), announced),
    seat: of('BEN'),
    act: oppose('BEN'),
    refused: 'no-say',
  },

  { says: 'extended to later', given: all(proposed(), running), seat: chair, act: extend('2034-01-13T09:00:00.001Z') },
  {
    says: 'not to the same',
    given: all(proposed(), running),
    seat: chair,
    act: extend(expiresAt),
    refused: 'not-later',
  },
  {
    says: 'not once it expired',
    given: all(proposed(), expired),
    seat: chair,
    act: extend('2034-02-01T09:00:00Z'),
    refused: 'too-late',
  },
  {
    says: 'not where there is none',
    given: proposed(),
    seat: chair,
    act: extend('2034-02-01T09:00:00Z'),
    refused: 'not-running',
  },
  {
    says: 'not once it was broken',
    given: all(proposed(), running, says('ERE', 'objects')),
    seat: chair,
    act: extend('2034-02-01T09:00:00Z'),
    refused: 'not-running',
  },
  { says: 'suspended', given: all(proposed(), running), seat: chair, act: suspend },
  { says: 'by nobody else', given: all(proposed(), running), seat: of('ARC'), act: suspend, refused: 'not-the-chair' },
  { says: 'not twice', given: all(proposed(), running, suspended), seat: chair, act: suspend, refused: 'not-running' },
  { says: 'resumed', given: all(proposed(), running, suspended), seat: chair, act: resume },
  {
    says: 'what runs is not resumed',
    given: all(proposed(), running),
    seat: chair,
    act: resume,
    refused: 'not-running',
  },
]
