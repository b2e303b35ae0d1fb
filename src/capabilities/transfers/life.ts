import { fillIn } from '../../platform/words.ts'
import type { LifeEvent, LifeEvents } from '../members/index.ts'
import { lifeWords as words } from './life.vi.ts'
import { listStepsOfPerson, type StepOfPerson } from './queries/steps.ts'

const toldActs = ['issueLetter', 'voidLetter', 'present', 'sendBack', 'confirmOutside', 'extend', 'proposeRemoval', 'cancel'] as const
type ToldAct = (typeof toldActs)[number]
const isTold = (act: string): act is ToldAct => (toldActs as readonly string[]).includes(act)

/** Only what the papers say; notes and reasons are written for the case. */
function ofStep({ act, occurredOn: on, facts, toName, recordedAt }: StepOfPerson): LifeEvent[] {
  const told = (names: readonly ('number' | 'issuer' | 'presentBy' | 'endsOn')[]) => names.flatMap((name) => (facts[name] ? [fillIn(words[name], facts)] : [])).join(', ') || null
  // Who comes from outside brings the letter with the request.
  if (act === 'open' && facts['fromName']) return [{ kind: 'transfer.arrive', on, title: fillIn(words.arrive, facts), detail: null, basis: told(['number']), recordedAt }]
  if (!isTold(act)) return []
  return [{ kind: `transfer.${act}`, on, title: fillIn(words[act], { to: facts['toName'] ?? toName }), detail: told(['presentBy', 'endsOn']), basis: told(['number', 'issuer']), recordedAt }]
}

/** Letters of transfers of a person and what came of them up to a day (inclusive), as known at a moment; nothing for who may not read transfers, or does not see the case. */
export const letterEventsOf: LifeEvents = async (ctx, personId, seen) =>
  (await ctx.may('transfers.read', { personId })) ? (await listStepsOfPerson(ctx.db, personId, seen)).flatMap(ofStep) : []
