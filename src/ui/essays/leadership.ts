import type { Compared, Foremost, LeadershipView, PairOfMembers } from '../../analysis/index.ts'
import { isEnough, nameOf } from '../../record/index.ts'
import { wayTo } from '../acts.ts'
import { people } from '../addresses.ts'
import { pairAddress } from '../disputes.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { largestOf, partsTable, sideBySide, stancesOf } from '../leadership-tables.ts'
import { neighbourName } from '../pairs.ts'
import { voteDots } from '../vote-dots.ts'
import { inGeneral, percent, votesOfPairSection } from '../votes.ts'
import { capitalised, counted, dateInWords, listed, numberInWords } from '../words.ts'

export function leadershipPage(view: LeadershipView, place: Place): Page {
  const { basis: known, rows, compared } = view
  const some = rows.length > 0
  return essay(
    {
      id: 'leadership',
      about: compared?.because === 'asked' ? compared.between.join(',') : undefined,
      title: titleOf(view, place),
      lede: some
        ? html`What each of ${numberInWords(rows.length)} ${view.members ? 'members' : 'participants in what came before'} did and stayed out of while it was one, part by part and each over a base of its own. The parts are not added up: there is no one number for who leads.`
        : html`Nobody was a member on ${dateInWords(place.organisation.day)}, so there is nobody to set side by side.`,
      complete: completeness(view),
      sections: some
        ? [
            forward(view, place),
            hosting(view, place),
            paying(view, place),
            exercises(view, place),
            stayingOut(view, place),
            pairs(view, place),
            compared ? comparison(compared, view, place) : chooser(view, place),
          ]
        : [compared ? comparison(compared, view, place) : undefined],
      method: html`Only what names a member counts, and only in the time in which it was one; the base is whatever on record names anybody, in the same time. ${known.exercises.all > 0 ? html`For exercises the base is those whose participants are known; <a href="${to(place, 'questions/exercising')}">who really exercises</a> has them one by one. ` : undefined}Meetings in the margins of others, and those only planned, are left out. Proposing together counts for each.`,
      limits: [
        'A high number may mean that more was written about a member; a low one that little was found. Neither is power, and no sum of the parts is made.',
        'Who paid, and who in fact led, behind closed doors is not on record: shares are those of the scale, not payments.',
        'A stance is attributed to whoever a source says held it; whoever is not named may have held one too.',
        ...(view.votes
          ? ['Votes elsewhere show who voted alike, in votes that most pairs share; they are no measure of influence.']
          : []),
      ],
    },
    place,
  )
}

function names(ids: readonly string[], place: Place): string {
  return listed(ids.map((id) => nameOf(place.organisation, id)))
}

function titleOf({ rows, payers, proposers }: LeadershipView, place: Place): string {
  if (rows.length === 0) return `There were no members to compare on ${dateInWords(place.organisation.day)}`
  const [most] = proposers?.places ?? []
  const said = [
    ...(payers?.between
      ? [`${names(payers.between, place)} are to pay most, together ${paidBy(payers)} per cent of the budget`]
      : []),
    ...(most && most.who.length < 4
      ? [
          `${names(most.who, place)} ${most.who.length > 1 ? 'are' : 'is'} named most often as proposing, ${most.value}${most.who.length > 1 ? ' times each' : ''} of the ${proposers?.of} decisions with a proposer on record`,
        ]
      : []),
  ]
  if (said.length > 0) return said.join('; ')
  const unknown = [...(payers ? [] : ['who is to pay']), ...(proposers ? [] : ['who proposed'])]
  if (unknown.length === 0) return 'As many are named most often as paying and as proposing that nobody stands out'
  return `${capitalised(listed(unknown))} is not on record by ${dateInWords(place.organisation.day)}${unknown.length === 1 ? ', and nobody stands out otherwise' : ''}`
}

/** What the two that pay most pay together. */
function paidBy({ places: [first, second] }: Foremost): number {
  const both = first && first.who.length > 1 ? 2 * first.value : (first?.value ?? 0) + (second?.value ?? 0)
  return Math.round(10 * both) / 10
}

/** "Arcadia 15; then Laputa and Utopia 13 each". */
function inOrder({ places }: Foremost, place: Place): Html {
  return html`${places.map(({ value, who }, index) => html`${index > 0 ? '; then ' : undefined}${who.length > 5 ? counted(who.length, { one: 'participant', many: 'participants' }) : people(place, who)} ${value}${who.length > 1 ? ' each' : undefined}`)}`
}

function completeness({ basis: known, scheme }: LeadershipView): Content {
  if (known.proposers.all + known.hosts.all === 0) return 'Nothing is on record that could be counted here.'
  const { proposers, differing, hosts, chairs, exercises, decisionYears } = known
  const of = (all: number, what: string, says: readonly string[]) =>
    all > 0 ? `${listed(says)} ${what}` : `no ${what}`
  const clauses = [
    of(proposers.all, 'decisions and proposals', [
      `who proposed for ${proposers.known}`,
      `a stance, or who stayed outside, for ${differing.known} of ${proposers.all}`,
    ]),
    of(hosts.all, 'meetings', [`the host for ${hosts.known}`, `the chair for ${chairs.known} of ${hosts.all}`]),
    of(exercises.all, 'exercises', [`who took part for ${exercises.known} of ${exercises.all}`]),
    scheme
      ? `the shares of ${scheme.complete ? 'all' : `${scheme.sum} of 100 per cent of`} the budget`
      : 'no share of the budget',
  ]
  return `On record is ${clauses.join('; ')}. ${decisionYears.all > 0 ? `Adopted decisions are complete, or nearly, for ${decisionYears.known} of ${decisionYears.all} years. ` : ''}So it can be said who is named more often than another; that somebody proposed, hosted or objected less in the world cannot.`
}

/** "a proposer is on record for 2 of 7 decisions"; where there are none, that. */
function ofAll(
  { known, all }: { readonly known: number; readonly all: number },
  says: string,
  one: string,
  many: string,
): string {
  return all === 0 ? `no ${one} is on record` : `${says} ${known} of ${all} ${all === 1 ? one : many}`
}

function section(id: string, heading: string, ...body: readonly Content[]): Html {
  return html`<section class="tight" id="${id}"><h2>${heading}</h2>${body}</section>`
}

function forward({ rows, basis: known, proposers }: LeadershipView, place: Place): Html {
  return section(
    'forward',
    `Who puts forward: ${ofAll(known.proposers, 'a proposer is on record for', 'decision or proposal', 'decisions and proposals')}`,
    proposers
      ? html`<p>Named most often, over the whole record and of ${proposers.of}: ${inOrder(proposers, place)}. <a href="${to(place, 'delivery/proposers')}">Who proposes, and what becomes of it</a></p>`
      : html`<p class="note">Nobody is named as proposing anything.</p>`,
    barNote,
    partsTable(rows, ['proposed', 'programmesProposed', 'programmesLed'], place),
  )
}

const barNote = html`<p class="note">The outline is the base, as long as it is large: how many on record name anybody in the years in which it was a member; the full part is its own. In the order in which they became members. Beside each other only members of as many years compare.</p>`

function hosting({ rows, basis: known }: LeadershipView, place: Place): Html {
  return section(
    'hosting',
    `Who hosts and chairs: the host is on record for ${known.hosts.known} of ${known.hosts.all} meetings, the chair for ${known.chairs.known}`,
    html`<p class="note">Where a chair goes round by a rule, chairing follows the turn and not a wish: <a href="${to(place, 'offices')}">offices and chairs</a>.</p>`,
    partsTable(rows, ['meetingsHosted', 'meetingsChaired', 'exercisesHosted', 'offices'], place),
  )
}

function paying({ rows, scheme, payers }: LeadershipView, place: Place): Html {
  if (!scheme)
    return section(
      'paying',
      'Who is to pay is not on record for this day',
      html`<p class="note">No scale of shares is on record as surely in force.</p>`,
    )
  const money = (row: LeadershipView['rows'][number]) => row.percent ?? html`<small>not read</small>`
  // What is on record of nobody is no column.
  const posts = rows.some((row) => row.posts !== undefined)
  return section(
    'paying',
    payers?.between
      ? `Who is to pay: ${names(payers.between, place)} together ${paidBy(payers)} per cent of the budget`
      : 'Who is to pay: no two have a larger share than all others',
    html`<p>Under <a href="${to(place, `register/${scheme.act}`)}">${scheme.document}</a>${scheme.complete ? '' : `, of which ${scheme.sum} of 100 per cent were read`}. What was in fact paid is not on record${posts ? '' : ', nor how many posts each has'}. <a href="${to(place, 'offices')}#budget">Shares under every scale</a></p><table class="cards"><thead><tr><th scope="col">Member</th><th scope="col" class="number">Per cent</th>${posts && html`<th scope="col" class="number">Posts</th>`}<th scope="col" class="number">Years as a member</th></tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row"><a href="${to(place, `participants/${row.participant}`)}#budget">${nameOf(place.organisation, row.participant)}</a></th><td class="number" data-label="per cent">${money(row)}</td>${posts && html`<td class="number" data-label="posts">${row.posts ?? html`<small>not on record</small>`}</td>`}<td class="number" data-label="years">${row.years}</td></tr>`)}</tbody></table>`,
  )
}

function exercises({ rows, basis: known }: LeadershipView, place: Place): Html {
  if (known.exercises.all === 0) return section('exercises', 'No exercise is on record', '')
  return section(
    'exercises',
    `Who exercises: who took part is known of ${known.exercises.known} of ${known.exercises.all}`,
    html`<p class="note"><a href="${to(place, 'questions/exercising')}">Who really exercises, one by one</a></p>`,
    partsTable(rows, ['tookPart', 'troopsStated'], place, [
      { heading: 'Largest contingent on record', cell: (row) => largestOf(row, place) },
    ]),
  )
}

function stayingOut({ rows, basis: known }: LeadershipView, place: Place): Html {
  return section(
    'staying-out',
    `Who stays out: ${ofAll(known.differing, 'a stance or who stayed outside is on record for', 'decision or proposal', 'decisions and proposals')}`,
    html`<p class="note">As attributed, each with who says so on the participant’s page. A reservation is not a refusal, and watching an exercise is neither. The base of each is small: of decisions and proposals only those of which a source names somebody with a stance, or outside, in the years in which it was a member. All others stand in no bar.</p>`,
    partsTable(rows, ['differed', 'outside', 'programmesOutside', 'absent', 'declined', 'observed'], place, [
      { heading: 'Kinds of stance', cell: stancesOf },
    ]),
  )
}

function pairs({ pairs: all, votes, compared }: LeadershipView, place: Place): Html | undefined {
  if (all.length === 0) return undefined
  const heading = votes
    ? `Pairs: all together voted alike in ${percent(votes.general)} per cent of votes elsewhere, ${dateInWords(votes.date)}`
    : 'Pairs, side by side'
  return section(
    'pairs',
    heading,
    votes
      ? html`<p>In the ${votes.forum}. ${inGeneral(votes, place)} All pairs on record for that time are counted, members or not. So a high share is what to expect of any two; <a href="${to(place, `register/${votes.act}`)}">the counts and their sources</a>.</p>${voteDots(all, votes.general, compared?.between, place)}`
      : html`<p class="note">No votes elsewhere are on record by this day.</p>`,
    html`<details><summary>${capitalised(counted(all.length, { one: 'pair', many: 'pairs' }))} as a table</summary>${pairTable(all, place)}</details>`,
  )
}

function pairTable(all: readonly PairOfMembers[], place: Place): Html {
  return html`<p class="note">What is on record of each; a nought says that nothing was found.</p><table class="cards"><thead><tr><th scope="col">Pair</th><th scope="col" class="number">Votes alike</th><th scope="col" class="number">Other memberships of both</th><th scope="col" class="number">Exercises of both</th><th scope="col" class="number">Subjects with positions of both</th><th scope="col" class="number">Disputes</th></tr></thead><tbody>${all.map(
    ({ between, votes, neighbours, exercises: together, subjects, disputes }) =>
      html`<tr><th scope="row"><a href="${pairAddress(place, ...between)}">${names(between, place)}</a></th><td class="number" data-label="votes alike">${votes ? html`${isEnough(votes) ? `${percent(votes)} % ` : 'too few '}<small>${votes.same} of ${votes.both}</small>` : html`<small>not in the data</small>`}</td><td class="number" data-label="memberships">${neighbours.length > 0 ? html`<span title="${listed(neighbours.map((id) => neighbourName(place.organisation, id)))}">${neighbours.length}</span>` : 0}</td><td class="number" data-label="exercises">${together}</td><td class="number" data-label="subjects">${subjects}</td><td class="number" data-label="disputes">${disputes}</td></tr>`,
  )}</tbody></table>`
}

const why = {
  asked: 'The two asked about.',
  'pay-most': 'The two that pay most on the scale of the day, unless two others are chosen.',
  'proposed-most': 'The two that are named most often as proposing, unless two others are chosen.',
} as const

function comparison(compared: Compared, view: LeadershipView, place: Place): Html {
  const { between, pair, votes, differ, onlyOne } = compared
  const both = names(between, place)
  return html`<section class="stack" id="compared"><section class="tight"><h2>${both}: ${counted(differ.length, { one: 'subject', many: 'subjects' })} with positions of both, ${counted(pair.neighbours.length, { one: 'other membership', many: 'other memberships' })} of both, ${counted(pair.exercises, { one: 'exercise', many: 'exercises' })} together</h2><p>${why[compared.because]} <a href="${pairAddress(place, ...between)}">Everything on record of the two</a></p>${chooser(view, place)}</section>
${sideBySide(compared.rows, place)}
${pair.neighbours.length > 0 ? html`<p>Both belong in full to ${listed(pair.neighbours.map((id) => neighbourName(place.organisation, id)))}.</p>` : undefined}
${votes.map((forum) => votesOfPairSection(forum, between, place, 'h3'))}
${differ.length > 0 ? html`<section class="tight"><h3>What each is reported to have held</h3>${differ.map((one) => subject(one, between, place))}</section>` : html`<p class="note">No subject is on record on which a source reports a position of both.</p>`}
${onlyOne > 0 ? html`<p class="note">On ${counted(onlyOne, { one: 'further subject', many: 'further subjects' })} only one of the two is on record; of the other nothing was found, and that it agreed is not said.</p>` : undefined}</section>`
}

function subject(
  { act, title, sides }: Compared['differ'][number],
  between: readonly [string, string],
  place: Place,
): Html {
  const entry = place.organisation.entry(act)
  const held = (side: Compared['differ'][number]['sides'][number]) =>
    side.map(
      ({ says, attribution }) =>
        html`<p>${capitalised(says)}<br><small>${attribution ? capitalised(attribution) : 'As recorded'}</small></p>`,
    )
  return html`<details class="subject"><summary>${title}</summary><div class="beside">${sides.map((side, index) => html`<div><h4>${nameOf(place.organisation, between[index] ?? '')}</h4>${held(side)}</div>`)}</div>${entry ? html`<p class="note"><a href="${wayTo(place, entry)}">All on record of it</a></p>` : undefined}</details>`
}

/** Two others, without script. */
function chooser({ pairs: all, compared }: LeadershipView, place: Place): Html | undefined {
  if (all.length < 2) return undefined
  const isChosen = (between: readonly string[]) => compared?.between.every((id) => between.includes(id)) === true
  const kept = { on: place.on, known: place.known }
  return html`<form method="get" action="${place.path}#compared" class="narrowing" aria-label="Compare two members">${Object.entries(kept).map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : undefined))}<label><span>Two to compare</span> <select name="about">${all.some(({ between }) => isChosen(between)) ? undefined : html`<option value="">choose</option>`}${all.map(({ between }) => html`<option value="${between.join(',')}" ${isChosen(between) ? html`selected` : undefined}>${names(between, place)}</option>`)}</select></label><button class="button">Compare</button></form>`
}
