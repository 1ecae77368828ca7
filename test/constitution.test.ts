import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { constitutionOf, Fold, gapsThroughout, readingOfRule, rulesThroughout } from '../src/record/index.ts'
import { readFolder } from '../src/registry/folder.ts'
import { plan } from '../src/registry/plan.ts'
import { type Day, earliest, latest } from '../src/rules/index.ts'
import { rulePages } from '../src/ui/rules.ts'
import { entriesOf } from './support/registers.ts'

// The constitution of the real organisation, and of the made-up one, as data.

function foldOf(organisation: string): Fold {
  const folder = readFolder(join(import.meta.dirname, '..', 'organisations', organisation))
  if (Array.isArray(folder)) throw new Error(JSON.stringify(folder.slice(0, 5), null, 2))
  const planned = plan(new Fold(organisation), folder.acts)
  return new Fold(
    organisation,
    entriesOf(
      planned.map(({ act }) => act),
      organisation,
    ),
  )
}

const folds = { sco: foldOf('sco'), concord: foldOf('concord') }
const now = folds.sco.at('2026-03-10' as Day)
const rules = rulesThroughout(now)
const gaps = gapsThroughout(now)
const documents = now.listedThroughout('document-described')

describe('every rule', () => {
  test('has its article, or is one of those of which none is known', () => {
    const without = rules.filter(({ act }) => act.article === undefined).map(({ act }) => act.rule)
    // Regulations that were read in part or as others render them, single memoranda, and what was only observed.
    expect(without).toHaveLength(27)
    const practices = rules.filter(({ act }) => act.strength === 'practice')
    expect(practices.filter(({ act }) => act.article !== undefined)).toEqual([])
    const charter = rules.filter(({ act }) => act.documents?.[0] === 'charter')
    expect(charter.filter(({ act }) => act.article === undefined)).toEqual([])
  })
  test('has a topic, a basic document that is described, and a source with how well it was read', () => {
    const known = new Set(documents.map(({ act }) => act.document))
    for (const { id, act } of rules) {
      expect(act.topic, id).toBeTruthy()
      expect(act.documents?.filter((one) => !known.has(one)) ?? ['none'], id).toEqual([])
      expect(act.sources.length, id).toBeGreaterThan(0)
      for (const { source, evidence, locator } of act.sources) {
        expect(now.source(source), `${id} ${source}`).toBeDefined()
        expect([evidence, locator], `${id} ${source}`).not.toContain(undefined)
      }
    }
  })
  test('that nobody read at the place says so as a doubt', () => {
    const unread = rules.filter(({ act }) => ['located', 'secondary', 'partial'].includes(readingOfRule(act)))
    expect(unread.length).toBeGreaterThan(10)
    expect(unread.filter(({ act }) => act.doubt.length === 0).map(({ id }) => id)).toEqual([])
  })
  test('without a known beginning says nothing that computes, as nothing could be judged by it', () => {
    const undated = rules.filter(({ act }) => act.on === undefined)
    expect(undated.map(({ act }) => act.rule).sort()).toEqual([
      'budget-protocol-entry',
      'centre-2025-entry',
      'decide-optout-project-observed',
      'doc-formats',
      'doc-forms',
      'rats-director',
    ])
    expect(undated.filter(({ act }) => act.computes)).toEqual([])
  })
  test('names no abbreviation of this record, only what its documents say', () => {
    const text = rules.map(({ act }) => [act.says, act.document, act.note, act.correction].join(' ')).join(' ')
    expect(text).not.toMatch(/\b(CHS|CHG|CFM|CNC|json|undefined)\b/)
  })
})

describe('versions', () => {
  for (const [name, fold] of Object.entries(folds)) {
    test(`of a rule of ${name} do not overlap, and none ends before it begins`, () => {
      const all = rulesThroughout(fold.at('2026-03-10' as Day))
      expect(all.length).toBeGreaterThan(5)
      for (const [rule, versions] of Map.groupBy(all, ({ act }) => act.rule)) {
        for (const [index, { act }] of versions.entries()) {
          const next = versions[index + 1]
          if (act.on && act.to) expect(earliest(act.on) < latest(act.to), rule).toBe(true)
          if (!next) continue
          expect(act.to, rule).toBeDefined()
          expect(act.to && next.act.on && latest(act.to) <= earliest(next.act.on), rule).toBe(true)
        }
      }
    })
    test(`no rule of ${name} is called as a page on rules is`, () => {
      const ids = rulesThroughout(fold.at('2026-03-10' as Day)).map(({ act }) => act.rule)
      expect(ids.filter((id) => Object.keys(rulePages).includes(id))).toEqual([])
    })
  }
  test('the Secretariat was one thing before the protocol of 2006 and another after', () => {
    const says = (day: string) =>
      constitutionOf(folds.sco.at(day as Day)).inForce.find(({ rule }) => rule.act.rule === 'secretariat-nature')?.rule
        .act.says
    expect(says('2003-09-18')).toBeUndefined()
    expect(says('2006-06-14')).toMatch(/administrative body/)
    expect(says('2006-06-15')).toMatch(/main permanent executive body/)
  })
})

describe('gaps are named', () => {
  test('each with what cannot be judged for want of it; one with a date has a source', () => {
    expect(gaps.map(({ act }) => act.gap)).toEqual(
      expect.arrayContaining([
        'decisions-before-charter',
        'quorum',
        'silence-procedure',
        'rules-of-procedure-2010',
        'partner-regulation-2025',
        'response-later-steps',
      ]),
    )
    const known = new Set(rules.map(({ act }) => act.rule))
    for (const { id, act } of gaps) {
      expect(act.missing.length, id).toBeGreaterThan(20)
      expect(act.prevents.length, id).toBeGreaterThan(20)
      expect(act.touches?.filter((rule) => !known.has(rule)) ?? [], id).toEqual([])
      if (act.on) expect(act.sources.length, id).toBeGreaterThan(0)
    }
  })
  test('how decisions were taken before the Charter is missing to the day before it entered into force', () => {
    const missing = (day: string) =>
      constitutionOf(folds.sco.at(day as Day)).gaps.some(({ act }) => act.gap === 'decisions-before-charter')
    expect([missing('1996-04-26'), missing('2003-09-18'), missing('2003-09-19')]).toEqual([true, true, false])
    const decides = (day: string) =>
      folds.sco
        .at(day as Day)
        .rulesInForce()
        .some((rule) => rule.computes?.kind === 'decides')
    expect([decides('2003-09-18'), decides('2003-09-19')]).toEqual([false, true])
  })
})

describe('known numbers', () => {
  const days: [day: string, inForce: number, gaps: number][] = [
    ['1990-01-01', 0, 0],
    ['2003-09-18', 10, 11],
    ['2003-09-19', 51, 10],
    ['2026-03-10', 80, 18],
  ]
  for (const [day, inForce, missing] of days) {
    test(day, () => {
      const constitution = constitutionOf(folds.sco.at(day as Day))
      expect([constitution.inForce.length, constitution.gaps.length]).toEqual([inForce, missing])
    })
  }
  test('88 rules in 89 versions, 39 documents, 21 gaps', () => {
    const distinct = new Set(rules.map(({ act }) => act.rule)).size
    expect([distinct, rules.length, documents.length, gaps.length]).toEqual([88, 89, 39, 21])
  })
  test('each of the 86 records of the research is accounted for by its name', () => {
    const rows = now.listed('research-accounted').filter(({ act }) => act.subject === 'rules, one by one')
    expect(new Set(rows.map(({ act }) => act.field)).size).toBe(86)
    const known = new Set(rules.map(({ act }) => act.rule))
    const elsewhere = rows.filter(({ act }) => !known.has(act.field)).map(({ act }) => act.says)
    expect(elsewhere).toHaveLength(8)
    expect(elsewhere.filter((says) => !/^as the (gap|shares) /.test(says))).toEqual([])
  })
})
