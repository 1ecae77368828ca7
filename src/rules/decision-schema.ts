import { z } from 'zod'
import type { Condition, DecisionRule, Question } from './decision.ts'

/** A rule and a question as they are written. What no schema can say (a tag that nobody bears) is asked in decision-reading.ts. */

const text = z
  .string()
  .min(1)
  .refine((s) => s.isWellFormed(), 'holds half a character (a lone surrogate)')
/** What must agree with something else is asked no more than that. */
const key = z.string().min(1)
const article = text.optional().describe('Stands in the reasons that come from this rule.')
const among = text.optional().describe('Count only those who bear this tag.')
const except = z
  .literal('concerned')
  .optional()
  .describe('Those concerned have no say: their positions are not counted.')
const strict = z.boolean().optional().describe('More than the share. Otherwise at least the share.')
const weightedBy = text.optional().describe('Sum this weight of each instead of counting heads.')
const countedOf = z
  .enum(['members', 'entitled', 'present', 'present-and-voting'])
  .describe(
    'members: everyone listed. entitled: everyone but those concerned, who have no say. present: for, against, abstains, not-participating. present-and-voting: for and against.',
  )

/** In one list, which no article needs. */
const mostRules = 1000

/** So large that any share in an article fits, so small that sums times it stay exact. */
export const largestInShare = 1_000_000
const part = z.int().min(1).max(largestInShare)
const share = z
  .tuple([part, part], { error: 'is no share. Write two whole numbers, the part first: [2, 3] for two thirds.' })
  .refine(([some, all]) => some <= all, 'is more than the whole')
  .describe('Two whole numbers: [2, 3] is two thirds.')

const message = {
  reach: 'is the whole, and more than that cannot be reached',
  heads: 'counts heads, so it is a whole number',
}

function isInReach({ share, strict }: { share?: unknown; strict?: boolean | undefined }): boolean {
  return !(strict && Array.isArray(share) && share[0] === share[1])
}

function countsWholeHeads({ yes, weightedBy }: { yes?: unknown; weightedBy?: string | undefined }): boolean {
  return weightedBy !== undefined || typeof yes !== 'number' || Number.isInteger(yes)
}

const yes = z.number().positive().describe('At least so many in favour.')

const condition: z.ZodType<Condition> = z.union([
  z
    .strictObject({ share, of: countedOf, strict, weightedBy, among })
    .refine(isInReach, { path: ['share'], message: message.reach }),
  z.strictObject({ yes, weightedBy, among }).refine(countsWholeHeads, { path: ['yes'], message: message.heads }),
])

/** How a body decides: the one schema of a rule, for history files, stored acts and questions alike. */
export const decisionRuleSchema: z.ZodType<DecisionRule> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('consensus'), article, among, except, minus: z.int().min(1).optional() }),
    z
      .strictObject({
        kind: z.literal('majority'),
        article,
        share,
        of: countedOf.optional(),
        strict,
        weightedBy,
        among,
        except,
        casting: text.optional().describe('Who bears this tag tips an exact tie.'),
      })
      .refine(isInReach, { path: ['share'], message: message.reach }),
    z
      .strictObject({
        kind: z.literal('threshold'),
        article,
        yes,
        weightedBy,
        among,
        except,
        noneAgainstFrom: text.optional().describe('Who bears this tag can veto.'),
      })
      .refine(countsWholeHeads, { path: ['yes'], message: message.heads }),
    z.strictObject({
      kind: z.literal('qualified'),
      article,
      except,
      conditions: z.array(condition).min(1).max(mostRules),
      blockingMinority: z.int().min(1).optional().describe('Fewer not in favour cannot block.'),
    }),
    z
      .strictObject({
        kind: z.literal('unopposed'),
        article,
        share,
        of: countedOf,
        strict,
        weightedBy,
        among,
        except,
      })
      .refine(isInReach, { path: ['share'], message: message.reach }),
    z.strictObject({
      kind: z.enum(['all', 'any']),
      article,
      get rules() {
        return z.array(decisionRuleSchema).min(1).max(mostRules)
      },
    }),
    z
      .strictObject({
        kind: z.literal('quorum'),
        article,
        present: z.union([share, z.number().positive()]),
        of: z.enum(['members', 'entitled']).optional(),
        strict,
        weightedBy,
        among,
        get then() {
          return decisionRuleSchema
        },
      })
      .refine(({ present, strict }) => isInReach({ share: present, strict }), {
        path: ['present'],
        message: message.reach,
      })
      .refine(({ present, weightedBy }) => countsWholeHeads({ yes: present, weightedBy }), {
        path: ['present'],
        message: message.heads,
      }),
  ])
  .meta({ id: 'rule', description: 'How a body decides.' })

export const positionSchema = z.enum(['for', 'against', 'abstains', 'absent', 'not-participating'])

export const questionSchema: z.ZodType<Question> = z
  .strictObject({
    id: text.optional(),
    rule: decisionRuleSchema,
    entitled: z
      .array(
        z.strictObject({
          id: text,
          name: text.optional().describe('Used in the reasons; the id where there is none.'),
          tags: z.array(key).optional(),
          weights: z.record(key, z.number().nonnegative()).optional(),
        }),
      )
      .min(1),
    positions: z.record(key, positionSchema).describe('By id of those entitled. Who has none is absent.'),
    concerned: z.array(key).optional().describe('Ids of those whom the question is about.'),
    article: text.optional().describe('For reasons from rules that name none.'),
  })
  .meta({ id: 'question', title: 'A question put to a decision rule' })

const reason = z.strictObject({ article: z.string().optional(), text: z.string() })

/** An answer as `chancery decide` gives it: a decision, or a refusal of the question. */
export const answerSchema = z
  .union([
    z.strictObject({
      id: z.string().optional(),
      outcome: z.enum(['adopted', 'not-adopted', 'no-quorum']),
      decisive: z.array(z.string()).describe('On whom the outcome turned.'),
      reasons: z.array(reason),
    }),
    z.strictObject({
      id: z.string().optional(),
      line: z.int().optional().describe('Of a file of lines, counted from 1.'),
      item: z.int().optional().describe('Of a list, counted from 1.'),
      refused: z.string(),
      message: z.string(),
      article: z.string().optional(),
      remedy: z.string().optional(),
    }),
  ])
  .meta({ id: 'answer', title: 'What was decided, or why the question cannot be answered' })
