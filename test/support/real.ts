import { type Act, Fold } from '../../src/record/index.ts'
import { readFolder } from '../../src/registry/folder.ts'
import { plan } from '../../src/registry/plan.ts'
import { shipped, shippedId } from './folders.ts'
import { entriesOf } from './registers.ts'

const folder = readFolder(shipped)
if (Array.isArray(folder)) throw new Error(JSON.stringify(folder.slice(0, 5), null, 2))

/** Every act of the real organisation in the order of the register. */
export const realActs: readonly Act[] = plan(new Fold(shippedId), folder.acts).map(({ act }) => act)

/** A copy of the real record with its acts changed, or without some: what a question answers must move with them. */
export function realRecord(changed: (act: Act) => Act | undefined = (act) => act): Fold {
  const kept = realActs.flatMap((act) => changed(act) ?? [])
  return new Fold(shippedId, entriesOf(kept, shippedId))
}
