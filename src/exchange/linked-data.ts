import { type Act, endOfTime, exerciseMark, type ListedKind, type Organisation, titled } from '../record/index.ts'

/** A page to be described: its title, its path (`/concord/meetings/spring-2031`) and where the pages are. */
export interface Described {
  readonly title: string
  readonly path: string
  readonly address: string
}

type Node = Readonly<Record<string, unknown>>

/**
 * What a page is about, as linked data (JSON-LD 1.1 with the vocabulary of schema.org): the record itself on the first
 * page; meetings, exercises and disputes as events; instruments as legislation; decisions and texts as creative works.
 * Each thing names the sources on which it rests.
 */
export function linkedData(organisation: Organisation, page: Described): Node {
  const [, , part = '', ...rest] = page.path.split('/')
  const throughout = organisation.onDay(endOfTime)
  const home = `${page.address}/${organisation.id}/`
  const about = thing(throughout, part, decoded(rest.join('/')), home)
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': `${page.address}${page.path}`,
    url: `${page.address}${page.path}`,
    name: titled(page.title, organisation.description),
    ...disclaimer(organisation),
    inLanguage: 'en',
    isPartOf: dataset(organisation, home, part === '' || part === 'take'),
    ...(about ? { mainEntity: about } : {}),
  }
}

function disclaimer({ description }: Organisation): Node {
  const mark = exerciseMark(description)
  return mark ? { disambiguatingDescription: mark.exerciseSays } : {}
}

/** The record as a whole; in full on the first page, elsewhere by name. */
function dataset(organisation: Organisation, home: string, inFull: boolean): Node {
  const { description } = organisation
  const name = description?.names.en ?? organisation.id
  const named = {
    '@type': 'Dataset',
    '@id': `${home}#record`,
    name: titled(`The record of the ${name}`, description),
    ...disclaimer(organisation),
    url: home,
  }
  if (!inFull || !description) return named
  const file = (path: string, format: string) => ({
    '@type': 'DataDownload',
    contentUrl: `${home}${path}`,
    encodingFormat: format,
  })
  return {
    ...named,
    description: description.introduction.join(' '),
    version: String(organisation.position),
    temporalCoverage: `${description.begins}/${description.coveredTo}`,
    isAccessibleForFree: true,
    about: { '@type': 'Organization', name, alternateName: others(description.names) },
    distribution: [
      file('package.zip', 'application/zip'),
      file('record.sqlite', 'application/vnd.sqlite3'),
      file('register.jsonl', 'application/jsonl'),
    ],
  }
}

function thing(organisation: Organisation, part: string, id: string, home: string): Node | undefined {
  if (id === '') return undefined
  const at = (path: string) => ({ '@id': `${home}${path}`, url: `${home}${path}` })
  const self = at(`${part}/${id}`)
  const works = (act: Act) =>
    act.sources.flatMap((reference) => {
      const source = organisation.source(reference.source)
      return source ? work(source, at(`sources/${reference.source}`)) : []
    })
  const listed = <K extends ListedKind>(kind: K) => organisation.listedThroughout(kind)
  const body = (id: string) => ({
    '@type': 'Organization',
    ...at(`bodies/${id}`),
    name: organisation.body(id)?.names.en ?? id,
  })
  switch (part) {
    case 'participants':
      return participant(organisation, id, self)
    case 'bodies': {
      const found = organisation.body(id)
      return found && { ...body(id), alternateName: others(found.names), foundingDate: found.established }
    }
    case 'meetings': {
      const act = organisation.meeting(id)?.act
      return (
        act && {
          ...event(act.on, act.lastDay),
          ...self,
          name: organisation.body(act.body)?.names.en ?? act.body,
          organizer: body(act.body),
          ...(act.city ? { location: { '@type': 'Place', name: act.city } } : {}),
          ...(act.inMarginsOf ? { superEvent: { '@type': 'Event', ...at(`meetings/${act.inMarginsOf}`) } } : {}),
          subjectOf: works(act),
        }
      )
    }
    case 'exercises': {
      const act = organisation.exercise(id)?.act
      const places = act?.places?.map((name) => ({ '@type': 'Place', name }))
      return act && { ...event(act.on, act.lastDay), ...self, name: act.name, location: places, subjectOf: works(act) }
    }
    case 'disputes': {
      const act = listed('dispute-recorded').findLast((one) => one.act.dispute === id)?.act
      return act && { ...event(act.on, act.lastDay), ...self, name: act.about, subjectOf: works(act) }
    }
    case 'decisions': {
      const act = organisation.decision(id)?.act
      return (
        act && {
          '@type': 'CreativeWork',
          ...self,
          name: act.title,
          dateCreated: act.on,
          creator: body(act.body),
          creativeWorkStatus: act.outcome,
          identifier: act.number,
          citation: works(act),
        }
      )
    }
    case 'instruments': {
      const act = organisation.instrument(id)?.act
      return (
        act && {
          '@type': 'Legislation',
          ...self,
          name: act.title,
          legislationType: act.type,
          legislationDate: act.on,
          citation: works(act),
        }
      )
    }
    case 'texts': {
      const act = listed('text-described').findLast((one) => one.act.text === id)?.act
      return act && { '@type': 'CreativeWork', ...self, name: act.title, dateCreated: act.date, citation: works(act) }
    }
    case 'programmes': {
      const act = listed('programme-recorded').findLast((one) => one.act.programme === id)?.act
      return act && { '@type': 'Project', ...self, name: act.title, foundingDate: act.on, subjectOf: works(act) }
    }
    case 'neighbours': {
      const act = listed('neighbour-described').findLast((one) => one.act.neighbour === id)?.act
      return (
        act && {
          '@type': 'Organization',
          ...self,
          name: act.names.en,
          alternateName: others(act.names),
          foundingDate: act.founded,
          subjectOf: works(act),
        }
      )
    }
    case 'sources': {
      const found = organisation.source(id)
      return found && work(found, self)
    }
    default:
      return undefined
  }
}

function participant(organisation: Organisation, id: string, self: Node): Node | undefined {
  const { description, names, holdings } = organisation.participant(id)
  if (!description || !names) return undefined
  const of = { '@type': 'Organization', name: organisation.description?.names.en ?? organisation.id }
  return {
    '@type': description.type === 'state' ? ['Country', 'Organization'] : 'Organization',
    ...self,
    name: names.en,
    alternateName: [...new Set([...others(names), ...others(description.names)])],
    identifier: id,
    memberOf: holdings.map((holding) => ({
      '@type': 'OrganizationRole',
      roleName: organisation.description?.statuses.find((one) => one.status === holding.status)?.en.one,
      startDate: holding.from,
      endDate: holding.to,
      memberOf: of,
    })),
  }
}

function work(source: NonNullable<ReturnType<Organisation['source']>>, self: Node): Node {
  return {
    '@type': 'CreativeWork',
    '@id': self['@id'],
    name: source.title,
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.date ? { datePublished: source.date } : {}),
    ...(source.url ? { url: source.url } : {}),
    inLanguage: source.language,
  }
}

function event(startDate: string, endDate: string | undefined): Node {
  return { '@type': 'Event', startDate, ...(endDate ? { endDate } : {}) }
}

function others(names: { en: string; ru?: string | undefined; zh?: string | undefined }) {
  return [names.ru, names.zh].filter((name) => name !== undefined)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
