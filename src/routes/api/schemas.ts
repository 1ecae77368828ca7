import { z } from 'zod'
import {
  type ActKind,
  instant,
  meetingDataSchema,
  meetingSummarySchema,
  partialDate,
  proposalDataSchema,
  proposalSummarySchema,
  schemasOfActs,
} from '../../record/index.ts'
import { sentKinds } from '../../ui/api/acts.ts'

/** The answers of the interface; the same schemas describe them, and tests hold the answers against them. */

const reason = z.strictObject({ text: z.string(), article: z.string().optional() })
const ruling = z.strictObject({
  finding: z.enum(['in-order', 'unusual', 'cannot-be-judged']),
  reasons: z.array(reason),
})
const on = z.string().describe('The day on the organisation’s clock')
const at = z.string().describe('The instant on the organisation’s clock')
const moment = { organisation: z.string(), at }

export const refusalSchema = z.strictObject({
  refused: z.string().describe('A code for programs'),
  message: z.string().describe('What is wrong, for a person'),
  article: z.string().optional().describe('The rule on which it rests'),
  remedy: z.string().optional().describe('What can be done instead'),
})

export const answers = {
  Entered: z.strictObject({
    id: z.string().describe('The id under which it is kept; of a delegation, with its own before what was sent'),
    position: z.int().positive().describe('Its place in the register'),
    recordedAt: z.string().describe('The instant on the clock of the world'),
    at,
    ruling,
  }),
  Ruling: z.strictObject({ at, ruling }),
  Self: z.strictObject({
    ...moment,
    on,
    seat: z.string().describe('`delegation:ARC`, `secretariat` or `public`'),
    name: z.string(),
    via: z.enum(['none', 'session', 'token']),
    head: z.int().nonnegative().describe('The last position of the register that the seat may see'),
  }),
  Proposals: z.strictObject({ ...moment, proposals: z.array(proposalSummarySchema) }),
  Proposal: z.strictObject({ ...moment, proposal: proposalDataSchema }),
  Meetings: z.strictObject({ ...moment, meetings: z.array(meetingSummarySchema) }),
  Meeting: z.strictObject({ ...moment, meeting: meetingDataSchema }),
  Register: z.strictObject({
    ...moment,
    entries: z.array(
      z.strictObject({
        position: z.int().positive(),
        id: z.string(),
        recordedAt: z.string(),
        act: z.looseObject({ kind: z.string(), id: z.string() }),
        ruling: z.looseObject({ finding: z.string() }).optional(),
        seat: z.string().optional(),
      }),
    ),
    next: z.int().positive().optional().describe('Ask after this position for more; absent at the end'),
  }),
} as const

type Json = { [name: string]: unknown }

/** Every schema of the document, by name: answers, refusals, and one for each kind of act that may be sent. */
export function componentSchemas(): Record<string, Json> {
  const components: Record<string, Json> = {
    Refusal: schemaOf(refusalSchema, 'output'),
    Id: { type: 'string', pattern: idPattern, description: 'Letters, digits and . _ ~ / - only, 160 at most.' },
    Events: { type: 'string', description: 'text/event-stream' },
  }
  for (const [name, schema] of Object.entries(answers)) components[name] = schemaOf(schema, 'output')
  for (const kind of sentKinds) Object.assign(components, sentSchema(kind))
  components.Act = {
    oneOf: sentKinds.map((kind) => ({ $ref: `#/components/schemas/${kind}` })),
    discriminator: {
      propertyName: 'kind',
      mapping: Object.fromEntries(sentKinds.map((kind) => [kind, `#/components/schemas/${kind}`])),
    },
  }
  return components
}

const idPattern = '^[A-Za-z0-9][A-Za-z0-9._~/-]{0,159}$'

/** As a seat sends it: without what the loader sets, and the id and the moment may be left out. */
function sentSchema(kind: ActKind): Record<string, Json> {
  const { $defs = {}, ...schema } = schemaOf(schemasOfActs[kind], 'input')
  const { version: _, history: __, ...properties } = schema.properties as Json
  const required = (schema.required as string[]).filter((field) => field !== 'id' && field !== 'on')
  const whole = { ...schema, properties, required }
  const named = Object.entries($defs as Json).map(([name, one]) => [`${kind}.${name}`, one])
  const written = JSON.stringify({ ...Object.fromEntries(named), [kind]: whole })
  return JSON.parse(written.replaceAll('#/$defs/', `#/components/schemas/${kind}.`))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const date = zodSchema === (partialDate as unknown)
      if (!date && zodSchema !== (instant as unknown)) return
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key]
      Object.assign(jsonSchema, date ? dateSchema : instantSchema)
    },
  }) as Json
  const { $schema: _, '~standard': __, ...plain } = made
  return plain
}

const dateSchema = {
  type: 'string',
  pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$',
  description: 'A day, 2034-01-09; a month, 2034-01; or a year, 2034.',
}
const instantSchema = {
  type: 'string',
  format: 'date-time',
  description: 'A time with its zone, 2034-01-09T10:00:00Z.',
}
