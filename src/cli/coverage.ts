import type { Command } from 'commander'
import { coverageView, endOfTime, exerciseMark, type SubjectAccount } from '../record/index.ts'
import { recordOf, withRecords } from './opening.ts'
import { answer } from './terminal.ts'

export function coverageCommand(program: Command): void {
  program
    .command('coverage')
    .description('how complete the record is, and what became of each field of the research behind it')
    .argument('<organisation>', 'such as concord')
    .option('--json', 'as JSON: {rows, acts, doubts, evidence, accounts …}')
    .action((organisation: string, options: { json?: boolean }) =>
      withRecords(organisation, (records) => {
        const it = recordOf(records, organisation).at(endOfTime)
        const view = coverageView(it)
        if (options.json) answer({ ...exerciseMark(it.description), ...view })
        else console.log(inWords(view))
      }),
    )
}

function inWords({ acts, doubts, accounts }: ReturnType<typeof coverageView>): string {
  const all = accounts.flatMap((account) => account.fields)
  const count = (outcome: string) => all.filter((field) => field.outcome === outcome).length
  return [
    `${acts.all} acts count; ${acts.withDoubt} carry a doubt (${doubts.unverified} unverified, ${doubts.inferred} inferred, ${doubts.conflict} where sources differ).`,
    accounts.length === 0
      ? 'Nothing is said of the research behind this record.'
      : `The research has ${all.length} fields: ${count('carried')} carried, ${count('derived')} derived, ${count('left-out')} left out.`,
    ...accounts.flatMap(subjectInWords),
  ].join('\n')
}

function subjectInWords({ subject, records, fields }: SubjectAccount): string[] {
  const widest = Math.max(...fields.map(({ field }) => field.length))
  return [
    '',
    `${subject} (${records} ${records === 1 ? 'record' : 'records'})`,
    ...fields.map(
      ({ field, times, outcome, says }) =>
        `  ${field.padEnd(widest)} ${String(times).padStart(5)}  ${outcome.replace('-', ' ').padEnd(8)}  ${says}`,
    ),
  ]
}
