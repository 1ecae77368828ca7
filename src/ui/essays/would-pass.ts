import type { TopicInShort, TopicPrecedents, TopicsInShort } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { topicAddress } from '../paragraphs.ts'
import { capitalised, counted, listed, someInWords } from '../words.ts'
import { aboutAddress } from './about.ts'
import { adoptedApart, againAgain, deciding, notAdopted, stands, through } from './precedents.ts'

const topicCount = { one: 'topic', many: 'topics' }

/** What is on record on each topic, or on one of them. */
export function wouldPassPage(view: TopicsInShort | TopicPrecedents, place: Place): Page {
  return 'about' in view ? topicPage(view, place) : topicsPage(view, place)
}

function topicsPage({ topics, objectedTo }: TopicsInShort, place: Place): Page {
  const followed = topics.filter(({ matters }) => matters > 0)
  const contested = followed.filter(({ against }) => against.length > 0)
  const title =
    topics.length === 0
      ? 'No topic of a key text is on record'
      : followed.length === 0
        ? `Of ${counted(topics.length, topicCount)} none belongs to a matter that is followed`
        : `On ${someInWords(contested.length)} of ${counted(followed.length, topicCount)} that are followed the last on record of somebody is an objection${contested.length > 0 ? `: in all to ${counted(objectedTo.length, { one: 'text', many: 'texts' })}` : ''}`
  return essay(
    {
      id: 'would-pass',
      title,
      lede:
        topics.length === 0
          ? html`No text has been taken apart into paragraphs here, so no wording can be followed. <a href="${to(place, 'decisions')}">What was decided</a> and <a href="${to(place, 'rules')}">how each body decides</a> are on record.`
          : 'For each topic: what got through, what did not, and who last stood where. What is on record, and no forecast.',
      complete:
        topics.length === 0
          ? 'How complete the record is otherwise, its own page tells.'
          : 'Key texts were taken apart in part, and stances are known where a source reports them. Whoever has no stance on record has not agreed to anything.',
      sections: [
        topics.length > 0
          ? html`<section class="tight"><h2>Choose a topic</h2>${topicTable(followed, place)}</section>`
          : undefined,
        without(topics, place),
      ],
      method:
        'A topic is that of paragraphs of key texts. What was put forward on it is what belongs to the matters that follow the topic.',
      limits: [
        'One text may belong to several topics, and then stands with each of them: the rows are not to be added up.',
        'A matter may be wider than its topic, so a stance counted here may be on something near it; the page of each topic says on what.',
      ],
    },
    place,
  )
}

function topicTable(topics: readonly TopicInShort[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Paragraphs</th><th scope="col" class="number">Texts</th><th scope="col">Last in</th><th scope="col" class="number">Not adopted</th><th scope="col">Last on record: against</th><th scope="col">Against, and spoke since</th><th scope="col">Otherwise apart</th></tr></thead><tbody>${topics.map(
    ({ topic, paragraphs, texts, last, notAdopted: failed, against, spokeSince, apart }) =>
      html`<tr><th scope="row"><a href="${aboutAddress(place, 'would-pass', topic)}">${topic}</a></th><td class="number" data-label="paragraphs">${paragraphs}</td><td class="number" data-label="texts">${texts}</td><td data-label="last in">${last}</td><td class="number" data-label="not adopted">${failed}</td><td data-label="against">${names(against, place)}</td><td data-label="against, and spoke since">${names(spokeSince, place)}</td><td data-label="apart">${names(apart, place)}</td></tr>`,
  )}</tbody></table>`
}

function without(topics: readonly TopicInShort[], place: Place): Html | undefined {
  const list = topics.filter(({ matters }) => matters === 0)
  if (list.length === 0) return undefined
  return html`<section class="tight"><h2>${capitalised(counted(list.length, { one: 'topic', many: 'topics' }))} on which nothing but the texts is on record</h2><p class="note">No matter follows them: what was put forward on them and failed is not known here.</p><ul class="people">${list.map(({ topic, texts }) => html`<li><a href="${aboutAddress(place, 'would-pass', topic)}">${topic}</a> <small>${counted(texts, { one: 'text', many: 'texts' })}</small></li>`)}</ul></section>`
}

function names(ids: readonly string[], { organisation }: Place): string {
  return listed(ids.map((id) => nameOf(organisation, id)))
}

function topicPage(view: TopicPrecedents, place: Place): Page {
  const failed = view.precedents.filter(({ outcome }) => outcome === 'not-adopted').length
  return essay(
    {
      id: 'would-pass',
      about: view.about,
      title: headline(view, failed, place),
      lede: html`What is on record on it, and no forecast: a wording that got through may fail the next time, and one that failed may pass. <a href="${topicAddress(place, view.about)}">Every paragraph</a> · <a href="${aboutAddress(place, 'language', view.about)}">Stronger or weaker</a> · <a href="${to(place, 'questions/would-pass')}">All topics</a>`,
      complete: completeness(view),
      sections: [
        through(view, place),
        deciding(view, place),
        stands(view, place),
        againAgain(view, place),
        notAdopted(view, place),
        adoptedApart(view, place),
      ],
      method: method(view, place),
      limits: [
        'A stance was taken on one text at one time; that a participant would take it again is not known.',
        'No stance on record is not agreement: silence in the sources is silence in the sources.',
        'What was dropped before it came to a body, and who had it dropped, is hardly ever reported.',
      ],
    },
    place,
  )
}

function headline(
  { about, paragraphs, texts, stands: all, matters }: TopicPrecedents,
  failed: number,
  place: Place,
): string {
  const got = `${capitalised(about)}: ${counted(paragraphs, { one: 'paragraph', many: 'paragraphs' })} got through in ${counted(texts, { one: 'text', many: 'texts' })}`
  if (matters.length === 0) return got
  const against = all.filter(({ as }) => as === 'against')
  const who =
    against.length === 0
      ? 'nobody’s last stance on record is against one'
      : `${
          against.length < 4
            ? names(
                against.map(({ participant }) => participant),
                place,
              )
            : capitalised(counted(against.length, { one: 'participant', many: 'participants' }))
        } last stood against one`
  return `${got}, ${counted(failed, { one: 'request or draft', many: 'requests and drafts' })} did not; ${who}`
}

function completeness({ readings, paragraphs }: TopicPrecedents): string {
  const near = readings.read + readings.partial
  return `Of ${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}, ${near} ${near === 1 ? 'was' : 'were'} read in the text, at least in part; the rest ${paragraphs - near === 1 ? 'is' : 'are'} known at second hand, or located only. Only key texts were taken apart. Stances and drafts that failed are known only where a source reports them, so that nobody is named against something does not show that nobody was.`
}

function method({ matters }: TopicPrecedents, place: Place): Content {
  if (matters.length === 0)
    return 'The paragraphs are those of key texts on the topic. No matter follows it, so nothing that was put forward on it is gathered here.'
  return html`The paragraphs are those of key texts on the topic; what was put forward, and who held what, is what belongs to ${matters.map(({ thread, title }, index) => html`${index > 0 && ', '}<a href="${aboutAddress(place, 'became', thread)}">${title}</a>`)}, which follow${matters.length === 1 && 's'} it. A last stance counts as against where it was an objection, or reported resistance, to a text that was not adopted, where nothing adopted since settled it: what superseded it, or a decision of the same type on the very same participants.`
}
