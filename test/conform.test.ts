import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-conform-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function conform(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(process.execPath, [join(root, 'bin', 'chancery.js'), 'conform', ...args])) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

interface Result {
  readonly suite: string
  readonly compared: number
  readonly reproduced: number
  readonly earlier: number
  readonly differences: { id: string; expected: string; got: string; why?: string }[]
}

describe('the suites of treaties that travel along', () => {
  let suites: Result[]
  beforeAll(async () => {
    suites = JSON.parse((await conform('--json')).stdout).suites
  })
  const held = [
    { suite: 'ilo-conventions', reproduced: 2, compared: 3, earlier: 0 },
    { suite: 'ilo-later-parties', reproduced: 52, compared: 74, earlier: 0 },
    { suite: 'treaties', reproduced: 12, compared: 36, earlier: 1 },
    { suite: 'treaties-later-parties', reproduced: 1108, compared: 1406 },
  ]
  test.each(held)('$suite: $reproduced of $compared', (numbers) => {
    expect(suites.find(({ suite }) => suite === numbers.suite)).toMatchObject(numbers)
  })
  test('each difference has both outcomes and says why', () => {
    for (const { differences } of suites.filter(({ suite }) => held.some((one) => one.suite === suite))) {
      for (const { expected, got, why } of differences) {
        expect(
          [expected, got, why].every((text) => text),
          `${expected} ${got}`,
        ).toBe(true)
        expect(got).not.toBe(expected)
      }
    }
  })
  test('the one day that is too early: more than enough deposits on record, and a later day', () => {
    const early = suites
      .find(({ suite }) => suite === 'treaties')
      ?.differences.filter(({ expected, got }) => /^\d/.test(got) && got < expected)
    expect(early?.map(({ id }) => id)).toEqual(['INTRPB_1950A'])
    expect(early?.[0]?.why).toContain('12 deposits on record would have been in time where the clause needs 6')
  })
})

/** A made-up copy of the list of the United Nations: the suite itself, other rows. */
async function writeTreaties(to: string, more = ''): Promise<void> {
  await mkdir(to, { recursive: true })
  const header = 'mtdsg,title,n_instruments,delay,unit,article,recorded_entry_into_force\n'
  const rows = [
    'T-1,First,2,30,days,Art. 1,2031-03-03\n',
    'T-2,Second,2,3,firstOfMonthAfterMonths,Art. 2,2031-06-01\n',
    'T-3,Third,3,0,days,Art. 3,2031-02-01\n',
    'T-4,Fourth,1,1,fortnights,Art. 4,2031-02-01\n',
    'T-5,Fifth,1,1,days,Art. 5,\n',
  ]
  await writeFile(join(to, 'treaties.csv'), header + rows.join('') + more)
  const deposits = ['T-1', 'T-2', 'T-3'].flatMap((treaty) => [
    `${treaty},Utopia,2031-01-31,r`,
    `${treaty},Laputa,2031-01-31,d`,
    `${treaty},European Union,2031-01-31,AA`,
    `${treaty},Arcadia,2031-02-01,a`,
  ])
  await writeFile(join(to, 'ratifications.csv.gz'), gzipSync(`mtdsg,participant,date,kind\n${deposits.join('\n')}\n`))
}

describe('facts from a path', () => {
  test('in a folder somewhere below, one file packed, found by name and columns', async () => {
    await writeTreaties(join(folder, 'here', 'some', 'treaty-eif-untc'))
    await mkdir(join(folder, 'here', 'other'))
    await writeFile(join(folder, 'here', 'other', 'treaties.csv'), 'a,b\n1,2\n')
    const { code, stdout } = await conform('treaty-eif-untc', '--data', join(folder, 'here'), '--json')
    const { suites, missing } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(missing).toEqual([])
    // Of T-3 two count: neither the successor nor the organisation does. T-5 has no outcome on record.
    expect(suites).toMatchObject([
      {
        suite: 'un-treaties',
        compared: 4,
        reproduced: 2,
        differences: [
          { id: 'T-3', got: 'not in force', why: expect.stringContaining('2 of 3') },
          { id: 'T-4', got: 'cannot be judged', why: expect.stringContaining('fortnights') },
        ],
      },
    ])
    const inWords = await conform(
      'un-treaties',
      '--data',
      join(folder, 'here', 'some', 'treaty-eif-untc', 'treaties.csv'),
    )
    expect(inWords.stdout).toContain('un-treaties: 2 of 4 reproduced, 2 not')
    expect(inWords.stdout).toContain('T-3: recorded 2031-02-01; by the rules not in force.')
  })
  test('a convention with a clause of its own goes by that: in force with the second registration, later Members at once', async () => {
    const own = join(folder, 'own')
    await mkdir(own)
    const conventions = ['treatyID,recorded_force', 'WHTLDP_1921A,1923-08-31', 'SH04HM_1995A,1924-08-31']
    const rows = ['UTO,1923-01-01,1923-08-31', 'LAP,1923-08-31,1923-08-31', 'ARC,1925-02-03,1925-02-03']
    const all = ['WHTLDP_1921A', 'SH04HM_1995A'].flatMap((treaty) => rows.map((row) => `${treaty},${row}`))
    await writeFile(join(own, 'conventions.csv'), `${conventions.join('\n')}\n`)
    await writeFile(
      join(own, 'ratifications.csv'),
      `treatyID,state,ratification,recorded_state_force\n${all.join('\n')}\n`,
    )
    const { suites } = JSON.parse((await conform('treaty-eif-ilo', '--data', own, '--json')).stdout)
    expect(suites).toMatchObject([
      { suite: 'ilo-conventions', compared: 2, reproduced: 2 },
      {
        suite: 'ilo-later-parties',
        compared: 2,
        reproduced: 1,
        differences: [{ id: 'SH04HM_1995A ARC', got: '1926-02-03' }],
      },
    ])
  })
  test.each([
    ['2', 0],
    ['3', 1],
    ['0.5', 0],
    ['0.51', 1],
    ['1.0', 1],
    ['half', 2],
    ['2.5', 2],
  ])('--strict %s ends with %d where 2 of 4 are reproduced', async (strict, code) => {
    expect((await conform('un-treaties', '--data', join(folder, 'here'), '--strict', strict)).code).toBe(code)
  })
  test('in two folders of the name, the person is asked which', async () => {
    await cp(join(folder, 'here', 'some'), join(folder, 'here', 'again'), { recursive: true })
    const { code, stderr } = await conform('un-treaties', '--data', join(folder, 'here'))
    expect(code).toBe(1)
    expect(stderr).toContain('Give --data one of them')
  })
  test('a faulty row is named, and nothing is made up', async () => {
    await writeTreaties(join(folder, 'odd'), 'T-6,Sixth,1,1,days,Art. 6,2031-02-30\n')
    const { code, stderr } = await conform('un-treaties', '--data', join(folder, 'odd'))
    expect(code).toBe(1)
    expect(stderr).toContain('T-6')
    expect(stderr).toContain('"2031-02-30" is not a date')
    await writeTreaties(join(folder, 'torn'), 'T-6,Sixth\n')
    expect((await conform('un-treaties', '--data', join(folder, 'torn'))).stderr).toContain(
      'Line 7: there are 2 cells where 7',
    )
  })
})

describe('what is not there', () => {
  test('a suite whose facts do not travel says what to get, and where', async () => {
    const { code, stdout, stderr } = await conform('un-treaties')
    expect(code).toBe(1)
    expect(stdout).toContain('Files: treaties.csv (mtdsg,')
    expect(stdout).toContain('Origin: ')
    expect(stderr).toContain('its facts are not here')
  })
  const refused: [string[], string][] = [
    [['atlantis'], 'There is no suite "atlantis". There is:'],
    [['un-treaties', '--data', '/nowhere/at/all'], 'There is nothing at /nowhere/at/all'],
  ]
  test.each(refused)('%j', async (args, says) => {
    const { code, stdout, stderr } = await conform(...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

test('no words of a clause travel along: the facts are dates, counts and titles', async () => {
  const columns = {
    'ggo/treaties.csv': 'treatyID,title,n_instruments,delay,unit,extra_condition,recorded_force',
    'ggo/parties.csv': 'treatyID,state,ratification,recorded_state_force',
    'ilo/conventions.csv': 'treatyID,title,recorded_force',
    'ilo/ratifications.csv': 'treatyID,state,ratification,recorded_state_force',
  }
  for (const [file, header] of Object.entries(columns)) {
    const text = await readFile(join(root, 'conform', 'facts', file), 'utf8')
    expect(text.split('\n')[0], file).toBe(header)
    expect(text, file).not.toMatch(/enter into force|come into force/i)
  }
})
