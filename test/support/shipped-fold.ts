import { Fold } from '../../src/record/index.ts'
import { readFolder } from '../../src/registry/folder.ts'
import { plan } from '../../src/registry/plan.ts'
import { shipped, shippedId } from './folders.ts'
import { entriesOf } from './registers.ts'

type Acts = Parameters<typeof entriesOf>[0]

/** The real record in memory, as its folder has it, with what else is given entered after it. */
export function shippedFold(more: Acts = []): Fold {
  const folder = readFolder(shipped)
  if (Array.isArray(folder)) throw new Error(JSON.stringify(folder.slice(0, 5), null, 2))
  const planned = plan(new Fold(shippedId), folder.acts)
  return new Fold(shippedId, entriesOf([...planned.map(({ act }) => act), ...more], shippedId))
}
