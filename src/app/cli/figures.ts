import { settleFigures, verifyFigures } from '../../capabilities/statistics/index.ts'
import { dbOf } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { tell, tellJson } from './answer.ts'
import { countOption, dayOption, readArguments, WrongUse } from './arguments.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { words } from './messages.vi.ts'

const options = ['as-of', 'known-at', 'organisation', 'within'] as const
/** So many differences are told in words; `--json` tells all. */
const MOST_TOLD = 20

/** `dangvu figures settle`: brings the kept sums of large organisations up to the facts; `--whole` makes them all anew. */
async function settle(data: string | undefined, whole: boolean, json: boolean): Promise<number> {
  return withInstallation({ data }, async ({ database, clock }) => {
    const settled = await settleFigures(dbOf(database.owner), { today: clock.today(), whole })
    if (json) tellJson(settled)
    else tell(fillIn(words.figuresSettled, { people: settled.people, organisations: settled.organisations }))
    return 0
  })
}

/** `dangvu figures verify`: holds the kept sums against a count anew; exit code 1 if anything differs. */
async function verify(data: string | undefined, json: boolean): Promise<number> {
  return withInstallation({ data }, async ({ database, clock }) => {
    const verified = await verifyFigures(dbOf(database.owner), { today: clock.today() })
    const { organisations, periods, differences } = verified
    if (json) tellJson(verified)
    else {
      tell(fillIn(differences.length === 0 ? words.figuresHold : words.figuresDiffer, { organisations, periods, count: differences.length }))
      for (const { organisationId, from, until, base, trait, value, mark, kept, counted } of differences.slice(0, MOST_TOLD)) {
        tell(fillIn(words.figureDiffers, { organisation: organisationId, from, until, number: [base, trait, value ?? '', mark].join(' '), kept, counted }))
      }
    }
    return differences.length === 0 ? 0 : 1
  })
}

/** `dangvu figures`: the figures of a day, as published in the machine-readable shape; or `settle`, `verify`. */
export async function figures(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options, ['whole'])
  if (positionals[0] === 'settle') return settle(values.data, values.whole, values.json)
  if (positionals[0] === 'verify') return verify(values.data, values.json)
  if (positionals[0] !== undefined) throw new WrongUse(`dangvu figures ${positionals[0]}`)
  const asOf = dayOption('as-of', values['as-of'])
  return withInstallation(values, async (installation) => {
    tellJson(await invoke(installation, 'statistics', 'findFigures', {
      asOf: asOf ?? installation.clock.today(), knownAt: values['known-at'], organisation: values.organisation,
    }))
    return 0
  })
}

/** `dangvu due`: what is late and what falls due, as published in the machine-readable shape. */
export async function due(args: string[]): Promise<number> {
  const { values } = readArguments(args, options)
  const within = countOption('within', values.within, { otherwise: 30, from: 0, until: 366 })
  return withInstallation({ data: values.data, today: dayOption('as-of', values['as-of']) }, async (installation) => {
    tellJson(await invoke(installation, 'reminders', 'listDueForMachines', { organisation: values.organisation, within }))
    return 0
  })
}
