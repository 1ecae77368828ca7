import {
  type Against,
  type LanguageOfAll,
  type LanguageOfTopic,
  rungs,
  type Spoken,
  type Tally,
  type TextKind,
  verbsOf,
} from '../../analysis/index.ts'
import { nameOf, type YearCount } from '../../record/index.ts'
import { type DotRow, dotLanes, dotSwatch } from '../dot-lanes.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { topicAddress } from '../paragraphs.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, counted, dateInWords, listed, numberInWords, someInWords } from '../words.ts'
import { aboutAddress } from './about.ts'

const againstWords: Readonly<Record<Against, string>> = {
  stronger: 'stronger',
  weaker: 'weaker',
  same: 'the same',
  'not-comparable': 'not comparable',
}

const thanWords: Readonly<Record<Against, string>> = {
  stronger: 'than',
  weaker: 'than',
  same: 'as',
  'not-comparable': 'with',
}

/** How the wording changed on each topic, or on one. */
export function languagePage(view: LanguageOfAll | LanguageOfTopic, place: Place): Page {
  return 'about' in view ? topicPage(view, place) : topicsPage(view, place)
}

function topicsPage({ topics }: LanguageOfAll, place: Place): Page {
  const compared = topics.filter(({ tally }) => comparedIn(tally) > 0)
  const steps = compared.reduce((all, { tally }) => all + comparedIn(tally), 0)
  const read = (of: Against) => compared.reduce((all, { tallyRead }) => all + tallyRead[of], 0)
  const both = compared.reduce((all, { tallyRead }) => all + comparedIn(tallyRead), 0)
  const others = topics.filter((one) => !compared.includes(one))
  return essay(
    {
      id: 'language',
      title:
        topics.length === 0
          ? 'No wording on a topic is on record'
          : both === 0
            ? 'Of no two texts of one kind that speak on a topic both were read, so no verb can be held against another'
            : `Where both texts were read, the verb became stronger in ${read('stronger')} of ${both} ${both === 1 ? 'step' : 'steps'}, weaker in ${read('weaker')}, and stayed the same in ${read('same')}`,
      lede:
        topics.length === 0
          ? html`No text has been taken apart into paragraphs here. <a href="${to(place, 'decisions')}">What was decided</a> is on record.`
          : 'How much the verbs of key texts commit, topic by topic: each text against the one of its own kind before it that speaks on the topic.',
      complete:
        topics.length === 0
          ? 'How complete the record is otherwise, its own page tells.'
          : `Key texts were taken apart in part, and not every text of a kind was: a weaker verb may mean that the stronger sentence was not found. Of ${steps} steps between texts of one kind ${both} rest on paragraphs that were read in both texts; the rest are told on the page of each topic and not counted in the heading above.`,
      sections: [
        compared.length > 0
          ? html`<section class="tight"><h2>Topics on which texts of one kind can be held against each other</h2><table class="cards"><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Texts</th><th scope="col">Years</th><th scope="col" class="number">Stronger</th><th scope="col" class="number">Weaker</th><th scope="col" class="number">The same</th><th scope="col" class="number">All steps</th></tr></thead><tbody>${compared.map(({ topic, texts, first, last, tally, tallyRead }) => html`<tr><th scope="row"><a href="${aboutAddress(place, 'language', topic)}">${topic}</a></th><td class="number" data-label="texts">${texts}</td><td class="date">${first === last ? first : `${first} to ${last}`}</td><td class="number" data-label="stronger">${ofRead(tally.stronger, tallyRead.stronger)}</td><td class="number" data-label="weaker">${ofRead(tally.weaker, tallyRead.weaker)}</td><td class="number" data-label="same">${ofRead(tally.same, tallyRead.same)}</td><td class="number" data-label="all steps">${ofRead(comparedIn(tally), comparedIn(tallyRead))}</td></tr>`)}</tbody></table><p class="note">In small how many of these rest on paragraphs that were read in both texts; the heading counts those alone. Ups and downs are steps, not sums: a topic may rise and fall and end where it began.</p></section>`
          : undefined,
        others.length > 0
          ? html`<section class="tight"><h2>Topics on which they cannot</h2><ul class="people">${others.map(({ topic, first }) => html`<li><a href="${aboutAddress(place, 'language', topic)}">${topic}</a> <small>${first}</small></li>`)}</ul></section>`
          : undefined,
        topics.length > 0 ? ladder() : undefined,
      ],
      method,
      limits,
    },
    place,
  )
}

/** The steps in which the two can be held against each other. */
function comparedIn({ stronger, weaker, same }: Tally): number {
  return stronger + weaker + same
}

/** A count, with how many of it rest on what was read in both texts. */
function ofRead(all: number, read: number): Content {
  return all === 0 ? '0' : html`${all} <small>${read} read</small>`
}

const method =
  'Of each text the strongest verb on the topic counts, by the order below. It is held only against the text of the same kind before it: the same body and the same type of decision, or the same type of instrument.'
const limits = [
  'The verbs are those of this record, given to each paragraph by whoever abstracted it; none is a quotation.',
  'A stronger verb is not more done, and one verb says nothing of what it is about: the paragraphs do.',
]

function topicPage(view: LanguageOfTopic, place: Place): Page {
  const { about, spoken, kinds } = view
  const [main] = kinds
  return essay(
    {
      id: 'language',
      about,
      title: headline(view, place),
      lede: html`${capitalised(counted(spoken.length, { one: 'key text speaks', many: 'key texts speak' }))} on it. <a href="${topicAddress(place, about)}">Every paragraph, side by side</a> · <a href="${aboutAddress(place, 'would-pass', about)}">What would pass</a> · <a href="${to(place, 'questions/language')}">All topics</a>`,
      complete: completeness(view, place),
      sections: [
        picture(view, place),
        html`<section class="tight"><h2>Text by text</h2>${table(spoken, place)}</section>`,
        named(view, place),
        main && main.unread.length > 0
          ? html`<section class="tight"><h2>Of the same kind, and not taken apart</h2><p>${main.unread.map(({ decision, title, on }, index) => html`${index > 0 && ', '}<a href="${to(place, `decisions/${decision}`)}">${title}</a> <small>${on.slice(0, 4)}</small>`)}. What they say on the topic is not known here.</p></section>`
          : undefined,
        ladder(),
      ],
      method,
      limits,
    },
    place,
  )
}

/** What changed between the first and the last text of the kind that speaks most often on the topic. */
function headline({ about, spoken, kinds, tally, tallyRead }: LanguageOfTopic, place: Place): string {
  const topic = capitalised(about)
  const [main] = kinds
  const compared = comparedIn(tally)
  if (!main || compared === 0) return `${topic}: no two texts of one kind can be held against each other`
  const read = comparedIn(tallyRead)
  const steps = `of ${counted(compared, { one: 'step', many: 'steps' })} ${someInWords(tally.stronger)} stronger, ${someInWords(tally.weaker)} weaker, ${read === compared ? 'all' : someInWords(read)} read in both texts`
  const own = spoken.filter(({ kind }) => kind?.body === main.kind.body && kind?.type === main.kind.type)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last || first === last) return `${topic}: ${steps}`
  const verbs = (one: Spoken) => listed(one.verbs.map(({ verb }) => `“${verb}”`))
  const year = ({ on }: Spoken) => on.slice(0, 4)
  const ends = verbs(first) === verbs(last) ? `and again in ${year(last)}` : `${verbs(last)} in ${year(last)}`
  return `${topic}, ${kindInWords(main.kind, place)}: ${verbs(first)} in ${year(first)}, ${ends}; ${steps}`
}

export function kindInWords({ body, type }: TextKind, { organisation }: Place): string {
  const name = type.replaceAll('-', ' ')
  return body === undefined ? name : `${name} of the ${bodyName(organisation, body)}`
}

function completeness({ kinds, spoken, tally, tallyRead }: LanguageOfTopic, place: Place): string {
  const near = spoken.filter(({ readings }) => readings.read + readings.partial > 0).length
  const [main] = kinds
  const of =
    main === undefined
      ? ''
      : ` Of the kind “${kindInWords(main.kind, place)}” ${main.taken} were taken apart, ${main.speaking} of them with something on this topic${main.unread.length > 0 ? `; ${main.unread.length} more are on record and were not taken apart` : ''}.`
  return `In ${near} of ${counted(spoken.length, { one: 'text', many: 'texts' })} a paragraph on it was read, at least in part; the others are known at second hand, or located only. Of ${counted(comparedIn(tally), { one: 'step', many: 'steps' })} between texts of one kind ${numberInWords(comparedIn(tallyRead))} ${comparedIn(tallyRead) === 1 ? 'rests' : 'rest'} on paragraphs read in both.${of} Where a text has nothing on the topic, no paragraph is on record: it does not mean that it says nothing.`
}

function picture(view: LanguageOfTopic, place: Place): Html {
  const { spoken, kinds, about } = view
  const [main] = kinds
  const isMain = ({ kind }: Spoken) =>
    main !== undefined && kind?.body === main.kind.body && kind?.type === main.kind.type
  const rows: DotRow[] = [...rungs].reverse().map(({ rung, name }) => ({
    label: name,
    dots: spoken
      .filter((one) => one.rung === rung)
      .map((one) => ({
        on: one.on,
        shape: isMain(one) ? ('full' as const) : ('open' as const),
        title: `${dateInWords(one.on)}, ${one.title}: ${one.verbs.map(({ verb }) => verb).join(', ')}`,
        href: topicAddress(place, about, `#t-${one.text}`),
      })),
  }))
  const [first, last] = [spoken[0], spoken.at(-1)]
  if (!first || !last) return html``
  const years: [number, number] = [Number(first.on.slice(0, 4)), Number(place.organisation.day.slice(0, 4))]
  return html`<section class="tight"><h2>The strongest verb of each text</h2><figure class="tight years">${dotLanes(
    rows,
    {
      caption: `${capitalised(about)}: the strongest verb of each text by year; the table below has each text`,
      years,
      on: place.organisation.day,
      coverage: taken(view, years),
      id: 'language',
    },
  )}<figcaption><ul class="legend">${main ? html`<li>${dotSwatch('full')} ${kindInWords(main.kind, place)}</li>` : undefined}<li>${dotSwatch('open')} ${main ? 'text of another kind' : 'text'}: not to be held against it</li><li><span class="swatch strip-full"></span>foot: a text of the first kind speaks on it</li><li><span class="swatch hatched"></span>one is on record and was not taken apart</li><li><span class="swatch strip-none"></span>neither</li></ul></figcaption></figure></section>`
}

/** For each year whether a text of the main kind speaks, or is there and was not taken apart. */
function taken({ spoken, kinds }: LanguageOfTopic, [from, to_]: readonly [number, number]): YearCount[] {
  const [main] = kinds
  const of = (list: readonly { readonly on: string }[], year: number) =>
    list.filter(({ on }) => on.startsWith(String(year))).length
  const own = spoken.filter(({ kind }) => main && kind?.body === main.kind.body && kind?.type === main.kind.type)
  return Array.from({ length: to_ - from + 1 }, (_, index) => {
    const year = from + index
    const coverage = of(own, year) > 0 ? 'complete' : of(main?.unread ?? [], year) > 0 ? 'sample' : 'none'
    return { year, count: of(own, year), coverage, basis: undefined, over: true }
  })
}

function table(spoken: readonly Spoken[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Text</th><th scope="col">Kind</th><th scope="col">Verbs</th><th scope="col">Strongest</th><th scope="col">Against the one of its kind before</th></tr></thead><tbody>${spoken.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(place, `texts/${one.text}`)}">${one.title}</a> <small>${dateInWords(one.on)}</small></th><td class="line"><small>${one.kind ? capitalised(kindInWords(one.kind, place)) : 'not on record'}</small></td><td>${one.verbs.map(({ verb }) => verb).join(', ')}</td><td data-label="strongest">${one.rung ? rungs[one.rung - 1]?.name : 'not in the order'}</td><td class="line">${against(one)}</td></tr>`,
  )}</tbody></table>`
}

function against({ against: held }: Spoken): Content {
  if (!held) return html`<small>the first of its kind on record on this topic</small>`
  const thin = !held.read && 'not read in both texts'
  const between = [
    held.without > 0 && `${counted(held.without, { one: 'text', many: 'texts' })} between with nothing on record on it`,
    held.unread > 0 && `${held.unread} between not taken apart`,
    thin,
  ].filter((one) => one !== false)
  return html`<strong>${againstWords[held.is]}</strong> ${thanWords[held.is]} ${held.with.title}, ${held.with.on.slice(0, 4)}${between.length > 0 ? html` <small>(${between.join('; ')})</small>` : undefined}`
}

function named({ named: people, addressed }: LanguageOfTopic, place: Place): Html {
  const years = (texts: readonly { readonly on: string }[]) =>
    [...new Set(texts.map(({ on }) => on.slice(0, 4)))].join(', ')
  return html`<section class="tight"><h2>Who is named, and who is spoken to</h2><div class="cols even"><div class="tight"><h3>Participants named</h3>${
    people.length > 0
      ? html`<ul class="list">${people.map(({ participant, texts }) => html`<li><span><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a></span><small>${counted(texts.length, { one: 'text', many: 'texts' })}: ${years(texts)}</small></li>`)}</ul>`
      : html`<p class="note">No paragraph on record names a participant.</p>`
  }</div><div class="tight"><h3>Spoken to</h3>${
    addressed.length > 0
      ? html`<ul class="list">${addressed.map(({ addressee, texts }) => html`<li><span>${capitalised(addressee)}</span><small>${counted(texts.length, { one: 'text', many: 'texts' })}: ${years(texts)}</small></li>`)}</ul>`
      : html`<p class="note">No paragraph on record says to whom it speaks.</p>`
  }</div></div></section>`
}

/** The order of the verbs with its reasons, open to dispute. */
function ladder(): Html {
  return html`<section class="tight" id="order"><h2>The order of the verbs</h2><p class="note">Ours, by what a sentence does; another order would give other answers.</p><table class="cards"><thead><tr><th scope="col">From strong to weak</th><th scope="col">Verbs, the weaker of one direction first</th><th scope="col">Why</th></tr></thead><tbody>${[...rungs].reverse().map(({ rung, name, why }) => html`<tr><th scope="row">${capitalised(name)}</th><td>${verbsOf(rung).join(', ')}</td><td class="line">${why}</td></tr>`)}<tr><th scope="row">No place</th><td>may, defines, any other</td><td class="line">To permit something or to say what a word means is neither stronger nor weaker.</td></tr></tbody></table></section>`
}
