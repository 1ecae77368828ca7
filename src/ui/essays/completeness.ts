import {
  type CompletenessView,
  doubtKinds,
  type FactOnRecord,
  type KindOnRecord,
  type KindOver,
  type Reading,
  readings,
  yearsInWords,
} from '../../analysis/index.ts'
import { doubts, sentenceOf } from '../acts.ts'
import { type Band, bandLegend, bandPictures, bandTable } from '../bands.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { withQuery } from '../narrowing.ts'
import { type Part, type Proportion, proportionLegend, proportions } from '../proportions.ts'
import { doubtKinds as doubtWords, evidences } from '../sentences.ts'

import { capitalised, counted, dateInWords, listed, numberInWords } from '../words.ts'

const readingWords: { readonly [R in Reading]: { readonly name: string; readonly fill: Part['fill'] } } = {
  read: { name: 'a source read at the place named', fill: 'full' },
  partial: { name: 'a source read in part', fill: 'pale' },
  secondary: { name: 'at second hand', fill: 'hatched' },
  located: { name: 'located, not read', fill: 'dotted' },
  'not-stated': { name: 'a source named; how it was read is not stated', fill: 'hollow' },
  'no-source': { name: 'no source named', fill: 'dashed' },
  'done-here': { name: 'done and entered here', fill: 'pale' },
}

export function completenessPage(view: CompletenessView, place: Place): Page {
  const { about, kinds, all, lastWhole, span } = view
  const [one] = kinds
  return essay(
    {
      id: 'completeness',
      about,
      title: about !== undefined && one ? titleOfOne(one) : title(view),
      lede: html`“None on record” never means that there was none. ${all.all > 0 ? html`Of ${all.all} facts on record by ${dateInWords(place.organisation.day)}, ${all.reading.read + all.reading['done-here']} rest on a source read at the place named or were entered here, ${all.reading.partial} on one read in part, ${all.reading.secondary + all.reading.located} on what others say of it or on a place located and not read; of ${all.reading['not-stated']} how the source was read is not stated${all.reading['no-source'] > 0 ? `, and ${all.reading['no-source']} name none` : ''}. ${all.doubted} of all carry a doubt.` : 'Nothing is on record by this day.'}`,
      complete: html`${yearsInWhich(view)} ${about === undefined ? undefined : html`This is one kind of fact. <a href="${withQuery(place, {})}">Every kind</a>`}`,
      sections: [
        countable(view, place),
        restsOn(kinds, place),
        doubted(kinds, place),
        about === undefined ? missing(view, place) : undefined,
        about === undefined ? concluded(view) : undefined,
        about === undefined ? undefined : everyFact(view, place),
      ],
      method:
        'A fact is one act of the record: a meeting, a figure, a status granted. It counts as read where at least one of its sources was read at the place named, at second hand where the best of them was; what describes the edition itself, its sources and its coverage, is not counted.',
      limits: [
        `Complete is what the record states of itself, kind by kind and year by year, with the basis of each; nobody else has counted. The first year is that in which the record begins${lastWhole < span.to ? `, and ${span.to} is not over: it is held against no other` : ''}.`,
        'Coverage of decisions speaks of what was adopted. How much is on record of what was put forward and failed, nothing states.',
        'How well a source was read says nothing of whether the source is right.',
      ],
    },
    place,
  )
}

function title({ countable: { always, some, never, unstated } }: CompletenessView): string {
  const stated = always + some + never
  if (stated === 0) return 'Nothing states how complete this record is'
  const besides = unstated > 0 ? `; of ${numberInWords(unstated)} more nothing is stated` : ''
  // "three can be counted in every year and five in some years": the verb stands once.
  const can = (count: number, years: string, verb = true) =>
    `${numberInWords(count)} ${verb ? 'can be counted ' : ''}in ${years}`
  const ever = [
    ...(always > 0 ? [can(always, 'every year')] : []),
    ...(some > 0 ? [can(some, 'some years', always === 0)] : []),
  ]
  const said = [...(ever.length > 0 ? [ever.join(' and ')] : []), ...(never > 0 ? [can(never, 'none')] : [])]
  return `Of ${counted(stated, { one: 'kind of fact', many: 'kinds of fact' })} ${said.join('; ')}${besides}`
}

function titleOfOne({ name, over }: KindOnRecord): string {
  if (!over) return `How complete the record of ${name} is, nothing states`
  return over.firm.length > 0
    ? `${capitalised(name)} can be counted for ${yearsInWords(over.firm)}`
    : `${capitalised(name)} can be counted for no year`
}

function yearsInWhich({ comparable, kinds, span }: CompletenessView): string {
  if (kinds.every(({ over }) => over === undefined)) return 'Nothing states how complete any of this is.'
  const [only, ...others] = kinds
  if (only && others.length === 0) return capitalised(inYears(only))
  return comparable.length > 0
    ? `All kinds of which anything is stated are complete, or nearly, in ${yearsInWords(comparable)} alone: only there can one be held against another.`
    : `In no year from ${span.from} to ${span.to} are all kinds complete, so that no total of them can be held against another.`
}

/** One picture for each kind of fact, with the years in which it can be counted. */
function countable({ kinds }: CompletenessView, place: Place): Html | undefined {
  const stated = kinds.filter(({ over }) => over !== undefined)
  if (stated.length === 0) return undefined
  return html`<section class="stack"><h2>Which kinds can be counted, and in which years</h2>${bandLegend}${stated.map(
    (kind) => {
      const band: Band = {
        name: capitalised(kind.name),
        cells: kind.cells,
        href: (year) => aboutOne(place, kind.of, `#y${year}`),
      }
      return html`<figure class="tight years"><figcaption><a href="${aboutOne(place, kind.of)}">${capitalised(kind.name)}</a>: ${inYears(kind)}</figcaption>${bandPictures([band], `kind-${kind.of}`)}<details><summary><small>As a table, and on what that rests</small></summary>${bandTable([band])}<ul class="refs">${kind.bases.map(({ basis, years }) => html`<li>${yearsInWords(years)}: ${basis}</li>`)}</ul></details></figure>`
    },
  )}</section>`
}

const degreeWords: { readonly [D in KindOver['loose'][number]['coverage']]: string } = {
  complete: 'complete',
  'nearly-complete': 'nearly complete',
  unfinished: 'not over',
  sample: 'a sample',
  'landmarks-only': 'landmarks only',
  none: 'nothing on record',
  'not-stated': 'not stated',
}

function inYears({ over, against }: KindOnRecord): string {
  if (!over) return ''
  const firm = over.firm.length > 0 ? `can be counted for ${yearsInWords(over.firm)}` : 'can be counted for no year'
  const loose = over.loose.map(({ coverage, years }) => `${degreeWords[coverage]} for ${yearsInWords(years)}`)
  const all = against.length > 0 ? ` For ${yearsInWords(against)} something is on record all the same.` : ''
  return `${[firm, ...loose].join('; ')}.${all}`
}

function restsOn(kinds: readonly KindOnRecord[], place: Place): Html | undefined {
  const some = kinds.filter(({ all }) => all > 0)
  if (some.length === 0) return undefined
  const used = readings.filter((reading) => some.some((kind) => kind.reading[reading] > 0))
  const rows = some.map(
    (kind): Proportion => ({
      name: capitalised(kind.name),
      href: aboutOne(place, kind.of),
      base: `${kind.all} ${kind.all === 1 ? 'fact' : 'facts'}`,
      parts: used.map((reading) => ({ ...readingWords[reading], count: kind.reading[reading] })),
    }),
  )
  const unstated = some.reduce((sum, kind) => sum + kind.reading['not-stated'], 0)
  const total = some.reduce((sum, kind) => sum + kind.all, 0)
  return html`<section class="tight"><h2>How much rests on sources read, and how much at second hand</h2><p>Each bar is all facts of one kind, however many.${unstated > 0 ? ` For ${unstated} of ${total} the record names a source and does not state how it was read: that is neither read nor unread.` : ''}</p><figure class="tight">${proportions(rows, 'On what each kind of fact rests')}<figcaption>${proportionLegend(used.map((reading) => readingWords[reading]))}</figcaption><details><summary><small>As a table</small></summary><table class="cards"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">Facts</th>${used.map((reading) => html`<th scope="col" class="number">${capitalised(readingWords[reading].name)}</th>`)}</tr></thead><tbody>${some.map((kind) => html`<tr><th scope="row"><a href="${aboutOne(place, kind.of)}">${capitalised(kind.name)}</a></th><td class="number" data-label="facts">${kind.all}</td>${used.map((reading) => html`<td class="number" data-label="${readingWords[reading].name}">${kind.reading[reading]}</td>`)}</tr>`)}</tbody></table></details></figure></section>`
}

function doubted(kinds: readonly KindOnRecord[], place: Place): Html | undefined {
  const some = kinds.filter(({ all }) => all > 0)
  if (some.length === 0) return undefined
  const rows = some.map(
    (kind): Proportion => ({
      name: capitalised(kind.name),
      href: aboutOne(place, kind.of),
      base: `${kind.doubted} of ${kind.all}`,
      parts: [
        { fill: 'hatched', name: 'with a doubt', count: kind.doubted },
        { fill: 'hollow', name: 'without', count: kind.all - kind.doubted },
      ],
    }),
  )
  return html`<section class="tight"><h2>How much is doubted, or inferred and not read</h2><p>A doubt is of one field, such as a day or a list of participants, and not of the whole. What was inferred is never used as evidence.</p><figure class="tight">${proportions(rows, 'Facts with a doubt')}<figcaption>${proportionLegend(
    [
      { fill: 'hatched', name: 'with a doubt' },
      { fill: 'hollow', name: 'without' },
    ],
  )}</figcaption><details><summary><small>As a table</small></summary><table class="cards"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">With a doubt</th>${doubtKinds.map((kind) => html`<th scope="col" class="number">${capitalised(doubtWords[kind])}</th>`)}</tr></thead><tbody>${some.map((kind) => html`<tr><th scope="row"><a href="${aboutOne(place, kind.of)}">${capitalised(kind.name)}</a></th><td class="number" data-label="with a doubt">${kind.doubted} of ${kind.all}</td>${doubtKinds.map((one) => html`<td class="number" data-label="${doubtWords[one]}">${kind.doubts[one]}</td>`)}</tr>`)}</tbody></table></details><p class="note">A fact may carry doubts of several kinds.</p></figure></section>`
}

function missing({ kinds, gaps, leftOut }: CompletenessView, place: Place): Html {
  const { description } = place.organisation
  const unstated = kinds.filter(({ over }) => over === undefined)
  const whole = leftOut.filter(({ fields, of }) => fields === of)
  const links = unstated.map(
    ({ of, name, all }, index) =>
      html`${index > 0 ? ', ' : undefined}<a href="${aboutOne(place, of)}">${name}</a> (${all})`,
  )
  const out = leftOut.map(
    ({ subject, records, fields, of }, index) =>
      html`${index > 0 ? '; ' : undefined}${subject}: ${fields === of ? `all ${of}` : `${fields} of ${of}`} ${of === 1 ? 'field' : 'fields'} of ${counted(records, { one: 'record', many: 'records' })}`,
  )
  const items: Content[] = [
    unstated.length > 0 ? html`Nothing states how complete these are: ${links}.` : undefined,
    description ? `Nothing later than ${dateInWords(description.coveredTo)} is covered.` : undefined,
    leftOut.length > 0
      ? html`Of the research behind the edition this is left out${whole.length > 0 ? `, ${listed(whole.map(({ subject }) => subject))} wholly` : ''}: ${out}. <a href="${to(place, 'coverage')}">Each field, with the reason</a>`
      : undefined,
  ].filter((item) => item !== undefined)
  return html`<section class="tight"><h2>What is missing altogether</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>${
    gaps.length > 0
      ? html`<details><summary>${capitalised(counted(gaps.length, { one: 'rule was', many: 'rules were' }))} looked for and not found, or not read</summary><ul class="list">${gaps.map(({ act, missing: what, prevents }) => html`<li><span><a href="${to(place, `register/${act}`)}">${what}</a></span><small>What nobody can say for want of it: ${prevents}</small></li>`)}</ul></details>`
      : html`<p class="note">No rule is on record as looked for and not found.</p>`
  }</section>`
}

function concluded({ kinds, comparable, lastWhole, span, all }: CompletenessView): Html | undefined {
  const firm = kinds.filter(({ over }) => (over?.firm.length ?? 0) > 1)
  const loose = kinds.filter(({ over }) => over !== undefined && over.firm.length === 0)
  const inferred = all.doubts.inferred
  return html`<div class="cols even"><section class="tight"><h2>What one may conclude</h2><ul>${firm.map(({ name, over }) => html`<li>How many ${name} one year had against another, within ${yearsInWords(over?.firm ?? [])}.</li>`)}<li>That something on record is documented as its sources and doubts say.</li><li>That a year of a whole line at the foot and no bar had none.</li></ul></section>
<section class="tight"><h2>What one may not</h2><ul>${loose.length > 0 ? html`<li>Whether there were more or fewer ${listed(loose.map(({ name }) => name))} from one year to another: they are complete in none.</li>` : undefined}${comparable.length === 0 ? html`<li>Whether more of one kind goes with more of another: in no year are all of them complete.</li>` : undefined}<li>That nothing happened where nothing is on record.</li>${lastWhole < span.to ? html`<li>That ${span.to} falls short of other years: it is not over, or not covered to its end.</li>` : undefined}${inferred > 0 ? html`<li>Anything from what was inferred (${inferred} ${inferred === 1 ? 'fact' : 'facts'}), such as who was there because it was a member.</li>` : undefined}</ul></section></div>`
}

/** Every fact of one kind by year: what each number of the page counts. */
function everyFact({ facts }: CompletenessView, place: Place): Html {
  const byYear = [...Map.groupBy(facts, ({ on }) => on?.slice(0, 4) ?? '')].sort(([a], [b]) => (a < b ? -1 : 1))
  if (facts.length === 0) return html`<p class="note">Nothing of this kind is on record by this day.</p>`
  return html`<section class="stack"><h2>Every one on record</h2>${byYear.map(([year, list]) => html`<section class="tight" id="y${year}"><h3>${year || 'True of every day'}: ${list.length}</h3><ul class="list">${list.map((fact) => factItem(fact, place))}</ul></section>`)}</section>`
}

function factItem({ act, counted: isCounted, reading, doubt }: FactOnRecord, place: Place): Html {
  const entry = place.organisation.entry(act)
  return html`<li><span><a href="${to(place, `register/${act}`)}">${entry ? sentenceOf(place.organisation, entry) : act}</a></span><small>${capitalised(evidences[reading] ?? readingWords[reading].name)}${isCounted ? '' : '; not in the counts by year'}</small>${doubt.length > 0 ? doubts(doubt) : undefined}</li>`
}

/** The page of one kind of fact, on the same day. */
function aboutOne(place: Place, of: string, at = ''): string {
  return `${withQuery({ ...place, path: to(place, 'questions/completeness', { on: undefined, known: undefined }) }, { about: of })}${at}`
}
