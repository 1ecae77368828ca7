import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadFolder, Registry } from '../../src/registry/index.ts'
import { buildServer } from '../../src/routes/server.ts'
import { ok, shippedDataFolder } from './databases.ts'
import { shippedFolders } from './folders.ts'

/** The whole program in this process, with all organisations that come with it and others, on a data folder of its own. */
export interface TestServer {
  readonly server: FastifyInstance
  /** Where a browser finds it: `http://127.0.0.1:40123`. */
  readonly url: string
  close(): Promise<void>
}

/** @param also folders of further organisations */
export async function startServer(...also: readonly string[]): Promise<TestServer> {
  const dataFolder = await shippedDataFolder()
  const registry = await ok(Registry.open({ dataFolder, databaseUrl: undefined }))
  for (const folder of [...shippedFolders(), ...also]) await ok(loadFolder(registry, folder))
  const server = await buildServer(registry)
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    server,
    url,
    async close() {
      await server.close()
      await registry.close()
      rmSync(dirname(dataFolder), { recursive: true, force: true })
    },
  }
}

/** One address of every kind of page, and of the days on which a page looks different. */
export const everyKind = [
  '/sco/',
  '/sco/day?on=2025-09-02',
  '/sco/day?on=1990-01-01',
  '/sco/day?on=2030-01-01',
  '/sco/day?on=2022-09-20',
  '/sco/day?on=2022-12-01&known=463',
  '/sco/participants',
  '/sco/participants/AFG?on=2023-01-01',
  '/sco/participants/KAZ?on=2020-01-01',
  '/sco/participants/UN',
  '/sco/participants/IND?on=2024-07-05',
  '/sco/pairs?a=CHN&b=RUS',
  '/sco/disputes/ind-pak?on=2018-01-01',
  '/sco/accession?on=2016-01-01',
  '/sco/sources',
  '/sco/sources/partner-reg-hrichina',
  '/sco/coverage',
  '/sco/changes',
  '/sco/register?page=5',
  '/sco/register/IRN-member',
  '/sco/register/IRN-member-as-reported-2022',
  '/sco/rules',
  '/sco/rules?on=2003-09-18',
  '/sco/rules/sg-rotation',
  '/sco/rules/secretariat-nature?on=2004-01-15',
  '/sco/rules/statuses?on=2020-01-01',
  '/sco/rules/bodies',
  '/sco/rules/changes?on=2010-01-01',
  '/sco/rules/documents',
  '/sco/texts/2008-dushanbe',
  '/sco/topics/enlargement',
  '/sco/statements/as-un-2009',
  '/sco/questions/became',
  '/sco/questions/became?about=bank',
  '/sco/questions/would-pass?about=enlargement',
  '/sco/questions/language?about=terrorism',
  '/sco/questions/alliance',
  '/sco/questions/neighbourhood',
  '/sco/questions/completeness',
  '/sco/questions/output',
  '/sco/questions/weight',
  '/sco/questions/exercising',
  '/sco/questions/leadership?about=CHN,RUS',
  '/sco/claims',
  '/sco/claims/ssi14-13',
  '/sco/claims/own',
  '/concord/claims/always-the-council',
  '/concord/',
  '/concord/participants/LAP',
  '/concord/accession',
  '/concord/pairs?a=UTO&b=ARC',
  '/concord/rules',
  '/concord/rules/statuses',
  '/concord/changes',
  '/concord/practice',
  '/concord/offices',
  '/concord/decisions/budget-of-2033',
  '/security-council/',
  '/security-council/day?on=1965-08-31',
  '/security-council/rules/substance?on=1970-01-01',
  '/permanent-council/',
  '/permanent-council/rules/silence?on=2010-01-01',
  '/general-assembly/',
  '/general-assembly/day',
  '/organisations',
] as const

/** Further forms of questions and claims: of all, of one thing, of an early day, where nothing is on record, each verdict. */
export const furtherForms = [
  '/sco/questions',
  '/sco/questions/would-pass',
  '/sco/questions/language',
  '/sco/questions/leadership?on=2005-06-01',
  '/sco/questions/weight?about=gdp-current',
  '/sco/questions/output?about=chs',
  '/sco/questions/completeness?about=decisions',
  '/sco/questions/exercising?about=cyber',
  '/sco/questions/alliance?on=2000-06-01',
  '/concord/questions/leadership',
  '/concord/questions/became?on=2031-06-01',
  '/concord/questions/weight',
  '/concord/claims',
  '/sco/claims/dehaas07-01',
  '/sco/claims/dehaas07-06',
  '/sco/claims/dehaas07-09',
  '/sco/claims/dehaas08-12',
  '/sco/claims/lain14-12',
] as const

/** One address of every kind of refusal. */
export const everyRefusal = [
  '/sco/day?on=yesterday',
  '/sco/day?known=long-ago',
  '/sco/participants/kaz',
  '/sco/pairs?a=CHN&b=CHN',
  '/sco/disputes?by=nobody',
  '/sco/register?page=99',
  '/sco/nowhere',
  '/nobody/day',
  '/sco/participants/%zz',
] as const

/** Pages that stand outside every organisation and have no clocks, citation or rows. */
export const everyOutside = [
  '/write-your-own',
  '/write-your-own?example=veto',
  '/write-your-own?example=double',
  '/write-your-own?rule=%7B&who=Utopia&stands=for',
] as const
