/** One item of a list, as written. */
export type Item = Record<string, unknown>

/** The files of a folder that hold lists of facts true of every day, and what their items become. */
export const lists: readonly { file: string; list: string; required: boolean; toAct: (item: Item) => object }[] = [
  {
    file: 'sources.yaml',
    list: 'sources',
    required: true,
    toAct: ({ id, ...more }) => ({ kind: 'source-described', id: `source/${id}`, source: id, ...more }),
  },
  {
    file: 'participants.yaml',
    list: 'participants',
    required: true,
    toAct: ({ id, ...more }) => ({ kind: 'participant-described', id: `participant/${id}`, participant: id, ...more }),
  },
  {
    file: 'geography.yaml',
    list: 'capitals',
    required: false,
    toAct: ({ participant, on, ...more }) => ({
      kind: 'capital-located',
      id: ['capital', participant, on].filter(Boolean).join('/'),
      participant,
      ...(on ? { on } : {}),
      ...more,
    }),
  },
  {
    file: 'documents.yaml',
    list: 'documents',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'document-described', id: `document/${id}`, document: id, ...more }),
  },
  {
    file: 'constitution.yaml',
    list: 'rules',
    required: true,
    toAct: ({ rule, from, ...more }) => ({
      kind: 'rule-stated',
      id: `rule/${rule}`,
      rule,
      ...(from === undefined ? {} : { on: from }),
      ...more,
    }),
  },
  {
    file: 'gaps.yaml',
    list: 'gaps',
    required: false,
    toAct: ({ gap, from, ...more }) => ({
      kind: 'gap-stated',
      id: `gap/${gap}`,
      gap,
      ...(from === undefined ? {} : { on: from }),
      ...more,
    }),
  },
  {
    file: 'bodies.yaml',
    list: 'bodies',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'body-described', id: `body/${id}`, body: id, ...more }),
  },
  {
    file: 'claims.yaml',
    list: 'claims',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'claim-recorded', id: `claim/${id}`, claim: id, ...more }),
  },
  {
    file: 'coverage.yaml',
    list: 'rows',
    required: false,
    toAct: ({ year, of, ...more }) => ({ kind: 'coverage-stated', id: `coverage/${year}/${of}`, year, of, ...more }),
  },
  {
    file: 'shares.yaml',
    list: 'shares',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'shares-stated', id: `shares/${id}`, scheme: id, ...more }),
  },
  {
    file: 'neighbours.yaml',
    list: 'neighbours',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'neighbour-described', id: `neighbour/${id}`, neighbour: id, ...more }),
  },
  {
    file: 'features.yaml',
    list: 'features',
    required: false,
    toAct: ({ neighbour, feature, ...more }) => ({
      kind: 'feature-stated',
      id: `feature/${neighbour}/${feature}`,
      neighbour,
      feature,
      ...more,
    }),
  },
  {
    file: 'bearings.yaml',
    list: 'bearings',
    required: false,
    toAct: ({ question, feature, ...more }) => ({
      kind: 'bearing-noted',
      id: ['bearing', question, feature].filter(Boolean).join('/'),
      question,
      ...(feature ? { feature } : {}),
      ...more,
    }),
  },
  {
    file: 'memberships.yaml',
    list: 'memberships',
    required: false,
    // A participant may belong twice, so the beginning is part of the name.
    toAct: ({ neighbour, participant, from, ...more }) => ({
      kind: 'membership-recorded',
      id: ['membership', neighbour, participant, from].filter(Boolean).join('/'),
      neighbour,
      participant,
      ...(from ? { from } : {}),
      ...more,
    }),
  },
  {
    file: 'figures.yaml',
    list: 'figures',
    required: false,
    toAct: ({ participant, indicator, date, ...more }) => ({
      kind: 'figure-stated',
      id: `figure/${participant}/${indicator}/${date}`,
      participant,
      indicator,
      date,
      ...more,
    }),
  },
  {
    file: 'connections.yaml',
    list: 'connections',
    required: false,
    toAct: ({ decision, instrument, ...more }) => ({
      kind: 'connection-noted',
      id: `connection/${decision}/${instrument}`,
      decision,
      instrument,
      ...more,
    }),
  },
  {
    file: 'research.yaml',
    list: 'fields',
    required: false,
    toAct: ({ subject, field, ...more }) => ({
      kind: 'research-accounted',
      id: `research/${slug(subject)}/${slug(field)}`,
      subject,
      field,
      ...more,
    }),
  },
  {
    file: 'elements.yaml',
    list: 'elements',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'element-described', id: `element/${id}`, element: id, ...more }),
  },
  {
    file: 'threads.yaml',
    list: 'threads',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'thread-described', id: `thread/${id}`, thread: id, ...more }),
  },
  {
    file: 'definitions.yaml',
    list: 'definitions',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'definition-described', id: `definition/${id}`, definition: id, ...more }),
  },
]

/** What is written, as part of an id. */
export function slug(written: unknown): string {
  return String(written).replaceAll(/[^A-Za-z0-9.-]+/g, '-')
}
