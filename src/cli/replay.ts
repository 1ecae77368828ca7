import type { Command } from 'commander'
import { endOfTime, exerciseMark, type Replay, replay } from '../record/index.ts'
import { recordOf, withRecords } from './opening.ts'
import { answer } from './terminal.ts'

export function replayCommand(program: Command): void {
  program
    .command('replay')
    .description('the whole history reviewed under the rules of its day')
    .argument('<organisation>', 'such as concord')
    .option(
      '--json',
      'as JSON: {acts, reviewed, inOrder, departures, unusual, gaps, rules, withoutRule}; gaps by what is missing',
    )
    .action((organisation: string, options: { json?: boolean }) =>
      withRecords(organisation, (records) => {
        const record = recordOf(records, organisation)
        const result = replay(record)
        if (options.json) answer({ ...exerciseMark(record.at(endOfTime).description), ...result })
        else console.log(inWords(result))
      }),
    )
}

function inWords({ acts, reviewed, inOrder, departures, unusual, gaps, withoutRule }: Replay): string {
  const cited = ({ text, article }: { text: string; article?: string }) => (article ? `${text} (${article})` : text)
  const remarks = (list: Replay['departures']) =>
    list.flatMap((r) => r.reasons.map((reason) => `  ${r.on ?? ''} ${r.act}: ${cited(reason)}`))
  return [
    `${acts} acts in the register; rules bear on ${reviewed} of them, and ${inOrder} are in order on every point.`,
    `Departures: ${departures.length}`,
    ...remarks(departures),
    `Unusual: ${unusual.length}`,
    ...remarks(unusual),
    `Cannot be judged, by what is missing: ${gaps.length}`,
    ...gaps.map((gap) => `  ${gap.acts.length} acts: ${cited(gap)}`),
    `No rule that computes bears on: ${withoutRule.map(({ kind, acts: count }) => `${kind} (${count})`).join(', ') || 'no other kind'}`,
  ].join('\n')
}
