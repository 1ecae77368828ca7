import type { Command } from 'commander'
import { type Replay, replay } from '../record/index.ts'
import { answer, recordOf, withRecords } from './terminal.ts'

export function replayCommand(program: Command): void {
  program
    .command('replay')
    .description('the whole history reviewed under the rules of its day')
    .argument('<organisation>', 'such as concord')
    .option('--json', 'as JSON: {acts, reviewed, departures, unusual, gaps}')
    .action((organisation: string, options: { json?: boolean }) =>
      withRecords(organisation, (records) => {
        const result = replay(recordOf(records, organisation))
        if (options.json) answer(result)
        else console.log(inWords(result))
      }),
    )
}

function inWords({ acts, reviewed, departures, unusual, gaps }: Replay): string {
  const cited = ({ text, article }: { text: string; article?: string }) => (article ? `${text} (${article})` : text)
  const remarks = (list: Replay['departures']) =>
    list.flatMap((r) => r.reasons.map((reason) => `  ${r.act}: ${cited(reason)}`))
  return [
    `${acts} acts in the register; a rule may bear on ${reviewed} of them.`,
    `Departures: ${departures.length}`,
    ...remarks(departures),
    `Unusual: ${unusual.length}`,
    ...remarks(unusual),
    `Cannot be judged, by what is missing: ${gaps.length}`,
    ...gaps.map((gap) => `  ${gap.acts.length} acts: ${cited(gap)}`),
  ].join('\n')
}
