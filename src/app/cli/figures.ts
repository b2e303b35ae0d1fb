import { readArguments, WrongUse } from './arguments.ts'
import { tellJson } from './answer.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { todayOf } from './serve.ts'

const options = ['as-of', 'known-at', 'organisation', 'within'] as const

/** `dangvu figures`: the figures of a day, as published in the machine-readable shape. */
export async function figures(args: string[]): Promise<number> {
  const { values } = readArguments(args, options)
  return withInstallation(values, async (installation) => {
    tellJson(await invoke(installation, 'statistics', 'findFigures', {
      asOf: values['as-of'] ?? installation.clock.today(), knownAt: values['known-at'], organisation: values.organisation,
    }))
    return 0
  })
}

/** `dangvu due`: what is late and what falls due, as published in the machine-readable shape. */
export async function due(args: string[]): Promise<number> {
  const { values } = readArguments(args, options)
  const within = Number(values.within ?? 30)
  if (!Number.isInteger(within) || within < 0) throw new WrongUse(`--within: ${values.within}`)
  return withInstallation({ data: values.data, today: todayOf(values['as-of']) }, async (installation) => {
    tellJson(await invoke(installation, 'reminders', 'listDueForMachines', { organisation: values.organisation, within }))
    return 0
  })
}
