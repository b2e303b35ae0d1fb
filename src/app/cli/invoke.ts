import { runAction, runOpen, runReading } from '../../platform/action/index.ts'
import { fittingInput, type Route } from '../../platform/http/index.ts'
import { contract, routesOf } from '../server/house.ts'
import type { Installation } from './installation.ts'

type Rooms = typeof contract

/** Runs an operation of the contract as the keeper of the machine, by the same action as HTTP. */
export async function invoke<R extends keyof Rooms, N extends keyof Rooms[R] & string>(installation: Installation, room: R, name: N, input: unknown): Promise<any> {
  const procedure = (contract as any)[room][name]['~orpc']
  const route = routesOf({ demonstration: installation.demonstration !== undefined })[room]![name] as Route
  const given = procedure.inputSchema ? await fittingInput(procedure.inputSchema, input) : undefined
  if (route.kind === 'open') return runOpen(installation.ports, route.run, given)
  return route.kind === 'reading' ? runReading(installation.ports, 'keeper', route.run, given) : runAction(installation.ports, 'keeper', route.run, given)
}
