import type { Involvement } from '../record/index.ts'
import { actAddress, doubts, wayTo } from './acts.ts'
import { linkTo, people } from './addresses.ts'
import { handful } from './handful.ts'
import { html } from './html.ts'
import type { Place } from './layout.ts'
import { type Section, section } from './section.ts'
import { words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

export function terms({ terms: all }: Involvement, place: Place): Section {
  return {
    id: 'offices',
    count: all.length,
    says: { one: 'office-holder put forward', many: 'office-holders put forward' },
    section: section(
      'offices',
      `${capitalised(counted(all.length, { one: 'office-holder', many: 'office-holders' }))} it put forward`,
      undefined,
      html`<ul class="list">${[...all].reverse().map((term) => html`<li><span><a href="${actAddress(place, term)}">${term.act.title}</a>: ${term.act.holder}</span><small>${term.act.to ? html`${dateInWords(term.act.on)} to ${dateInWords(term.act.to)}` : html`from ${dateInWords(term.act.on)}; the end is not on record`}</small>${doubts(term.act.doubt)}</li>`)}</ul>`,
    ),
  }
}

export function shares({ shares: all }: Involvement, place: Place): Section {
  return {
    id: 'budget',
    count: all.length,
    says: { one: 'scale of the budget with its share', many: 'scales of the budget with its share' },
    section: section(
      'budget',
      'Its share of the budget over time',
      'Per cent, as stated in each document; a scale that was not read is not here.',
      html`<table class="cards"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Share</th><th scope="col">Document</th></tr></thead><tbody>${all.map(({ stated, percent }) => html`<tr><td class="date" data-label="from">${stated.act.from ? dateInWords(stated.act.from) : 'not on record'}</td><td class="date" data-label="to">${stated.act.to ? dateInWords(stated.act.to) : words.noEnd}</td><td class="number" data-label="share">${percent} %</td><th scope="row"><a href="${actAddress(place, stated)}">${stated.act.document}</a></th></tr>`)}</tbody></table>`,
    ),
  }
}

export function disputes(id: string, { disputes: all }: Involvement, place: Place): Section {
  return {
    id: 'disputes',
    count: all.length,
    says: { one: 'dispute on record', many: 'disputes on record' },
    section: section(
      'disputes',
      `${capitalised(counted(all.length, { one: 'dispute', many: 'disputes' }))} on record`,
      undefined,
      html`<ul class="list">${all.map(
        (dispute) =>
          html`<li><span class="when">from ${dateInWords(dispute.act.on)}</span><span>With ${people(
            place,
            dispute.act.between.filter((other) => other !== id),
          )}: <a href="${wayTo(place, dispute)}">${dispute.act.about}</a></span></li>`,
      )}</ul>`,
    ),
  }
}

export function paragraphs({ paragraphs: all }: Involvement, place: Place): Section {
  const texts = new Map(place.organisation.listed('text-described').map((text) => [text.act.text, text]))
  const inOrder = [...all].sort((a, b) => {
    const [x, y] = [a, b].map((one) => texts.get(one.act.text)?.act.date ?? '')
    return x === y ? 0 : (x ?? '') < (y ?? '') ? -1 : 1
  })
  const list = (some: Involvement['paragraphs']) =>
    html`<ul class="list">${some.map((paragraph) => {
      const text = texts.get(paragraph.act.text)
      return html`<li><span class="when">${text ? html`${dateInWords(text.act.date)}, ${linkTo(place, text)}` : undefined}</span><span><a href="${actAddress(place, paragraph)}">${paragraph.act.paragraph}</a>: ${paragraph.act.says}</span></li>`
    })}</ul>`
  return {
    id: 'texts',
    count: all.length,
    says: { one: 'paragraph of a key text naming it', many: 'paragraphs of key texts naming it' },
    section: section(
      'texts',
      `${capitalised(counted(all.length, { one: 'paragraph', many: 'paragraphs' }))} of key texts ${all.length === 1 ? 'names' : 'name'} it`,
      'In our own words, not the wording of the text.',
      handful(inOrder, list),
    ),
  }
}

export function memberships({ memberships: all }: Involvement, place: Place): Section {
  const neighbours = new Map(place.organisation.listed('neighbour-described').map((one) => [one.act.neighbour, one]))
  return {
    id: 'neighbours',
    count: all.length,
    says: { one: 'membership elsewhere on this day', many: 'memberships elsewhere on this day' },
    section: section(
      'neighbours',
      `Where else it belonged on ${dateInWords(place.organisation.day)}`,
      undefined,
      html`<table class="cards"><thead><tr><th scope="col">Neighbour</th><th scope="col">As</th><th scope="col">From</th></tr></thead><tbody>${all.map(
        ({ entry, certainty }) => {
          const { act } = entry
          const neighbour = neighbours.get(act.neighbour)
          return html`<tr><th scope="row">${neighbour ? html`<a href="${wayTo(place, neighbour)}">${neighbour.act.names.en}</a>` : act.neighbour}</th><td><a href="${actAddress(place, entry)}">${act.as}</a>${certainty === 'uncertain' ? html` <span class="tag wait">uncertain</span>` : undefined}${act.frozenFrom ? html` <small>not taking part from ${dateInWords(act.frozenFrom)}</small>` : undefined}</td><td class="date" data-label="from">${act.from ? dateInWords(act.from) : 'not on record'}</td></tr>`
        },
      )}</tbody></table>`,
    ),
  }
}
