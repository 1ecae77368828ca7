import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { exchangesOf, surroundingsOf } from './statements.ts'

const statement = (id: string, on: string, type: string, by: string, more: object = {}) =>
  act({ id: `statement/${id}`, kind: 'statement-reported', on, statement: id, type, by, says: id, ...more })

const organisation = new Fold(
  'concord',
  entriesOf([
    act({ id: 'text/charter', kind: 'text-described', text: 'charter', title: 'Charter', date: '2032-06-02' }),
    statement('first', '2031-04', 'assessment', 'a league of sailors'),
    statement('base', '2031-05-01', 'outside-position', 'Brobdingnag', { place: 'the north harbour' }),
    statement('second', '2032-01', 'assessment', 'a league of sailors'),
    statement('answer', '2032-06-02', 'reply', 'the Secretariat', { place: 'the north harbour' }),
    statement('third', '2033', 'assessment', 'a guild'),
  ]),
).at('2033-12-31' as Day)
const all = organisation.listed('statement-reported')
const around = (id: string) => {
  const found = all.find((one) => one.act.statement === id)
  if (!found) throw new Error(id)
  const { counterpart, sameSpeaker, samePlace, texts } = surroundingsOf(found, organisation)
  const ids = (statements: typeof sameSpeaker) => statements.map((one) => one.act.statement)
  return {
    counterpart: counterpart?.act.statement,
    sameSpeaker: ids(sameSpeaker),
    samePlace: ids(samePlace),
    texts: texts.map(({ text }) => text.act.text),
  }
}

describe('assessments and replies', () => {
  test('stand beside one another by year; what outsiders did is no part of it', () => {
    const exchanges = exchangesOf(all).map(({ year, assessments, replies }) => [
      year,
      assessments.length,
      replies.length,
    ])
    expect(exchanges).toEqual([
      ['2031', 1, 0],
      ['2032', 1, 1],
      ['2033', 1, 0],
    ])
  })
  test('of an assessment the next reply, of a reply the last assessment before it, of a position neither', () => {
    expect(['first', 'second', 'third', 'answer', 'base'].map((id) => around(id).counterpart)).toEqual([
      'answer',
      'answer',
      undefined,
      'second',
      undefined,
    ])
  })
})

describe('what stands near a statement', () => {
  test('only what shares its speaker, its place or its day', () => {
    expect(around('first')).toMatchObject({ sameSpeaker: ['second'], samePlace: [], texts: [] })
    expect(around('answer')).toMatchObject({ sameSpeaker: [], samePlace: ['base'], texts: ['charter'] })
    expect(around('third')).toMatchObject({ sameSpeaker: [], samePlace: [] })
  })
})
