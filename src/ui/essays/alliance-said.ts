import type { AllianceView, Said } from '../../analysis/index.ts'
import { nameOf, type ReportedStance, readingOf, type Statement } from '../../record/index.ts'
import { actAddress, doubtTag } from '../acts.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { anchorOf, inOurOwnWords, textAddress, topicAddress, yearIn } from '../paragraphs.ts'
import { evidences, onItsDay } from '../sentences.ts'
import { capitalised, counted, dateInWords, listed } from '../words.ts'

/** What its own texts say, what participants are reported to have held, and what others said of it. */
export function saidSection(view: AllianceView, place: Place): Html {
  const { said, texts, positions, statements } = view
  const spoken = said.filter(({ paragraphs }) => paragraphs.length > 0)
  const count = spoken.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
  const stances = positions.flatMap((one) => one.stances)
  return html`<section class="tight" id="said"><h2>${spoken.length > 0 ? `${capitalised(counted(count, { one: 'paragraph', many: 'paragraphs' }))} in ${texts.speaking} of its ${texts.all} key texts on record are on ${listed(spoken.map(({ topic }) => topic))}` : 'Nothing in its own texts on record is marked as bearing on it'}</h2>
${spoken.length > 0 ? html`<p class="note">${inOurOwnWords} A topic that a text is silent on may stand in a part of it that was not read.</p>${spoken.map((one) => topicOf(one, place))}` : html`<p class="note">${texts.all === 0 ? 'No key text is on record by this day.' : 'What bears on the question is not set down for this organisation.'} <a href="${to(place, 'texts')}">Key texts</a></p>`}</section>
${positions.length > 0 ? html`<section class="tight" id="positions"><h2>${capitalised(counted(stances.length, { one: 'position', many: 'positions' }))} of participants reported</h2><p class="note">As reported by those named. Whoever is not listed may have held something all the same.</p>${positions.map(({ programme, stances: held }) => html`<h3><a href="${to(place, `programmes/${programme.act.programme}`)}">${programme.act.title}</a></h3><p>${programme.act.stands ? `${capitalised(programme.act.stands)}.` : `It stands as ${programme.act.stage.replaceAll('-', ' ')}.`} ${programme.act.note}</p>${held.length > 0 ? html`<ul class="list">${held.map((one) => stance(one, place))}</ul>` : html`<p class="note">No position on it is on record by this day.</p>`}`)}</section>` : undefined}
${statements.length > 0 ? html`<section class="tight" id="statements"><h2>${capitalised(counted(statements.length, { one: 'statement', many: 'statements' }))} of others</h2><ul class="list">${statements.map((one) => statement(one, place))}</ul></section>` : undefined}`
}

function topicOf({ topic, paragraphs }: Said, place: Place): Html {
  const years = [...new Set(paragraphs.map(({ text }) => yearIn(text)))]
  return html`<h3><a href="${topicAddress(place, topic)}">${capitalised(topic)}</a> <small>${counted(paragraphs.length, { one: 'paragraph', many: 'paragraphs' })}, ${years.join(', ')}</small></h3>
<ul class="list">${paragraphs.map(({ text, paragraph }) => {
    const reading = readingOf(paragraph.act)
    return html`<li><span class="when">${dateInWords(text.act.date)}</span><span><a href="${textAddress(place, text.act.text, `#${anchorOf(paragraph)}`)}">${text.act.title}</a> · <i>${paragraph.act.verb}</i>: ${paragraph.act.says}${reading === 'read' || reading === 'not-stated' ? undefined : html` <span class="tag wait">${evidences[reading]}</span>`}</span></li>`
  })}</ul>`
}

function stance(one: ReportedStance, place: Place): Html {
  const { act } = one
  return html`<li><span class="when">${dateInWords(act.on)}</span><span><a href="${to(place, `participants/${act.participant}`)}">${nameOf(onItsDay(place.organisation, one), act.participant)}</a>: ${act.says}${doubtTag(act.doubt)} <small>${capitalised(act.attribution)} · <a href="${actAddress(place, one)}">source</a></small></span></li>`
}

function statement(one: Statement, place: Place): Html {
  const { act } = one
  return html`<li><span class="when">${dateInWords(act.on)}</span><span>${act.by}: <a href="${to(place, `statements/${act.statement}`)}">${act.says}</a>${doubtTag(act.doubt)}</span></li>`
}
