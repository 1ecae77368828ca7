import { questionIds, yearsInWords } from '../analysis/index.ts'
import { nameOf, type QuestionsView } from '../record/index.ts'
import { lengthInWords } from './accession.ts'
import { people } from './addresses.ts'
import { askedOf } from './essays/names.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { bodyName, words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

/** Each question with an answer in a sentence as far as the record goes, and the page with all of it. */
export function questionsPage(view: QuestionsView, place: Place): Page {
  const all = answers(view, place)
  const weighed = atLength(place)
  const long = weighed ? questionIds.length : 0
  const body = html`<section class="stack"><h1>${capitalised(counted(all.length + long, { one: 'question', many: 'questions' }))}, answered as far as the record goes</h1><p class="lede">What is asked of such an organisation most often. Each answer is counted from the record as it stood on ${dateInWords(place.organisation.day)}, and says what it cannot say. <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p></section>
${weighed}
${weighed && html`<h2>In short</h2>`}
<div class="questions">${all.map(
    ({ question, answer, ways }) =>
      html`<section class="tight">${weighed ? html`<h3>${question}</h3>` : html`<h2>${question}</h2>`}<p>${answer}</p><p class="ways">${ways.map(({ says, path }) => html`<a href="${to(place, path)}">${says}</a>`)}</p></section>`,
  )}</div>`
  return { title: words.nav.questions, body, part: 'questions' }
}

function atLength(place: Place): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  return html`<section class="tight"><h2>Weighed at length</h2><ul class="people">${questionIds.map((id) => html`<li><a href="${to(place, `questions/${id}`)}">${askedOf[id]}</a></li>`)}</ul></section>`
}

interface Answer {
  readonly question: string
  readonly answer: Content
  readonly ways: readonly { readonly says: string; readonly path: string }[]
}

function answers(view: QuestionsView, place: Place): Answer[] {
  return [
    {
      question: 'Who proposes, and what becomes of it?',
      answer: whoProposes(view, place),
      ways: [{ says: 'Everyone who proposed', path: 'delivery/proposers' }],
    },
    {
      question: 'What failed, and who held it?',
      answer: whatFailed(view, place),
      ways: [{ says: 'What was not adopted, with the stances', path: 'delivery/not-adopted' }],
    },
    {
      question: 'Do more meetings give more output? Has it lost momentum?',
      answer: momentum(view),
      ways: [{ says: 'Meetings and output by year', path: 'delivery' }],
    },
    {
      question: 'How did the wording on a topic change?',
      answer: wording(view, place),
      ways: [{ says: 'All topics through the years', path: 'topics' }],
    },
    {
      question: 'Who really exercises?',
      answer: exercises(view, place),
      ways: [{ says: 'Who took part, by year', path: 'exercises' }],
    },
    {
      question: 'What came of a meeting?',
      answer: meetings(view, place),
      ways: [{ says: 'Choose a meeting', path: 'meetings' }],
    },
    {
      question: 'How long is it from application to membership?',
      answer: accession(view, place),
      ways: [{ says: 'Step by step', path: 'accession' }],
    },
    {
      question: 'Where do two members diverge?',
      answer: pairs(view, place),
      ways: [{ says: 'Every pair', path: 'pairs' }],
    },
    {
      question: 'What money and posts stand beside the mandates?',
      answer: money(view, place),
      ways: [{ says: 'Mandates, money and posts side by side', path: 'offices' }],
    },
    {
      question: 'What was promised, and was it done?',
      answer:
        'Programmes carry their commitments: who, what, by when, and what a source says came of it. What no source follows up stays open.',
      ways: [
        { says: 'Commitments by the date set', path: 'delivery/commitments' },
        { says: 'Signed, and in force', path: 'delivery/instruments' },
      ],
    },
  ]
}

const nothing = 'Nothing on record answers this on the day shown.'

function whoProposes({ decisions, proposers }: QuestionsView, place: Place): Content {
  if (decisions.all === 0) return nothing
  return html`Of ${decisions.all} decisions and proposals a proposer is on record for ${decisions.withProposer}. ${proposers.map(
    ({ participant, decisions: its }) =>
      html`${people(place, [participant])}: ${its.all} proposed, ${its.adopted} of them adopted, ${its['not-adopted']} not. `,
  )}Of the rest nothing can be said.`
}

function whatFailed({ notAdopted }: QuestionsView, place: Place): Content {
  if (notAdopted.all === 0) return nothing
  return html`${notAdopted.all} texts and requests are on record as not adopted; for ${notAdopted.withStance} a source names who objected or resisted. The latest: ${notAdopted.latest.map((one, index) => html`${index > 0 ? '; ' : undefined}<a href="${to(place, `decisions/${one.act.decision}`)}">${one.act.title}</a>`)}.`
}

function momentum({ comparable, decisions }: QuestionsView): Content {
  if (decisions.all === 0) return nothing
  return comparable.length === 0
    ? 'The counts alone do not show it: in no year are meetings, decisions, instruments and exercises all on record in full. The bars stand beside each other with how complete each is.'
    : `Only ${yearsInWords(comparable)} can be held against each other: elsewhere a rise or a fall may be one of what was found.`
}

function wording({ topics }: QuestionsView, place: Place): Content {
  if (topics.length === 0) return nothing
  return html`Key texts are kept by paragraph and topic. In most texts: ${topics.map(({ topic, first, last }, index) => html`${index > 0 ? ', ' : undefined}<a href="${to(place, 'topics')}${to(place, 'topics').includes('?') ? '&' : '?'}topic=${encodeURIComponent(topic)}">${topic}</a> (${first === last ? first : `${first} to ${last}`})`)}.`
}

function exercises({ exercises: { all, uncounted, rows } }: QuestionsView, place: Place): Content {
  if (all === 0) return nothing
  return html`${rows.map(({ participant, took }, index) => html`${index > 0 ? ', ' : undefined}${people(place, [participant])} took part in ${took}`)}, of ${all - uncounted} exercises whose participants are known. Of ${uncounted} others it is not known who took part.`
}

function meetings({ meetings: list }: QuestionsView, place: Place): Content {
  if (list.length === 0) return nothing
  return html`A meeting’s page has its decisions and what is on record of what became of each. With most decisions: ${list.map(({ meeting: { act }, decisions }, index) => html`${index > 0 ? '; ' : undefined}<a href="${to(place, `meetings/${act.meeting}`)}">${bodyName(place.organisation, act.body)}${act.city ? `, ${act.city}` : undefined}, ${dateInWords(act.on)}</a> (${decisions})`)}.`
}

function accession({ accessions }: QuestionsView, place: Place): Content {
  if (accessions.length === 0) return 'Nobody is on record as having become a member after the founding by this day.'
  return accessions.map(({ participant, applications: [first], membership }): Html => {
    const said = first && membership ? lengthInWords(first.on, membership.on) : 'the application is not on record'
    return html`${people(place, [participant])}: ${said}. `
  })
}

function pairs({ pairs: list }: QuestionsView, place: Place): Content {
  if (list.length === 0) return nothing
  const address = ([a, b]: readonly [string, string]) => {
    const base = to(place, 'pairs')
    return `${base}${base.includes('?') ? '&' : '?'}a=${a}&b=${b}`
  }
  return html`With most subjects on which both are on record with a stance: ${list.map(({ between, subjects }, index) => html`${index > 0 ? '; ' : undefined}<a href="${address(between)}">${between.map((id) => nameOf(place.organisation, id)).join(' and ')}</a> (${subjects})`)}. Stances are attributed; whoever is silent on record may have held something all the same.`
}

function money({ scheme }: QuestionsView, place: Place): Content {
  if (!scheme) return 'No scale of shares in a budget is on record for this day.'
  const { act } = scheme.entry
  const most = [...act.shares].sort((a, b) => b.percent - a.percent).slice(0, 4)
  return html`Shares in the budget are on record (${most.map(({ participant, percent }, index) => html`${index > 0 ? ', ' : undefined}${people(place, [participant])} ${percent} per cent`)}). The total of the budget is not, and posts only where a source names them.`
}
