import { laterOf, type PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { firstRuledDay, letterIssuers, type RuleUse, type Settings } from '../../regulations/index.ts'
import { loadSettings } from '../admission/index.ts'
import { isGrassroots, lineAbove, type Organisation } from '../organisations/index.ts'
import type { Act } from './codes.ts'
import { beforeFormerStep, dayNotYet, notAtThisStage, staleVersion } from './errors.ts'
import { actNames, stageNames } from './messages.vi.ts'
import { clockOf, type Side, type Transfer } from './model.ts'
import type { transfersPolicy } from './policy.ts'
import { insertStep, lastStepOn } from './queries/steps.ts'
import { lockTransfer, updateTransfer, type TransferChange, type TransferSeen } from './queries/transfers.ts'
import { nextStage, possibleActs, type Result } from './transitions.ts'

type Permission = keyof typeof transfersPolicy

/** What each act asks for, and the side that does it. */
export const rightOf: Readonly<Record<Act, readonly [Permission, Side]>> = {
  open: ['transfers.open', 'sending'], sendUp: ['transfers.sendUp', 'sending'], issueLetter: ['transfers.issueLetter', 'sending'], handOver: ['transfers.handOver', 'sending'],
  reportNotCome: ['transfers.reportNotCome', 'receiving'], voidLetter: ['transfers.followUp', 'sending'], present: ['transfers.present', 'receiving'], assignCell: ['transfers.present', 'receiving'],
  sendBack: ['transfers.present', 'receiving'], accept: ['transfers.accept', 'receiving'], confirmOutside: ['transfers.confirmOutside', 'sending'], extend: ['transfers.changeStay', 'sending'],
  recordReturn: ['transfers.changeStay', 'sending'], proposeRemoval: ['transfers.followUp', 'sending'], recordRemoval: ['transfers.recordRemoval', 'sending'], cancel: ['transfers.cancel', 'sending'],
}

/** What the receiving cell does itself. */
const ofTheCell: readonly Act[] = ['accept', 'reportNotCome', 'extend', 'recordReturn']

/** Where an act is judged: the cell of the sending side, or the receiving cell or organisation; the only side of ours when the other is outside. */
export function placeOf(transfer: Pick<Transfer, 'fromCellId' | 'receiverId' | 'toCellId' | 'kind'>, act: Act): string {
  const receiving = ofTheCell.includes(act) ? (transfer.toCellId ?? transfer.receiverId) : (transfer.receiverId ?? transfer.toCellId)
  const isSending = rightOf[act][1] === 'sending'
  return (isSending ? (transfer.fromCellId ?? receiving) : (receiving ?? transfer.fromCellId))!
}

/** What has not happened yet cannot be recorded. */
export function refuseTomorrow(ctx: Pick<Ctx, 'today'>, on: PlainDate): void {
  if (on > ctx.today) throw dayNotYet(on, ctx.today)
}

/** A transfer locked for an act, with the day on which it happened. */
export type Begun = { readonly ctx: Ctx; readonly transfer: TransferSeen; readonly act: Act; readonly on: PlainDate; readonly settings: Settings }

/**
 * Begins an act: locks the transfer, asks whether the actor may on the side that does it, holds version, stage and day. Refuses
 * `transfers.transferNotFound`, `platform.staleVersion`, `transfers.notAtThisStage`, `transfers.dayNotYet`, `transfers.beforeFormerStep`.
 */
export async function begin(ctx: Ctx, input: { transferId: string; version: number; on: PlainDate }, act: Act): Promise<Begun> {
  const transfer = await lockTransfer(ctx.db, input.transferId)
  await ctx.authorise(rightOf[act][0], { organisationId: placeOf(transfer, act) })
  if (input.version !== transfer.version) throw staleVersion(input.version, transfer.version)
  if (!possibleActs(transfer).includes(act)) throw notAtThisStage(actNames[act], stageNames[transfer.stage])
  refuseTomorrow(ctx, input.on)
  const former = await lastStepOn(ctx.db, transfer.id)
  if (former && input.on < former) throw beforeFormerStep(input.on, former)
  return { ctx, transfer, act, on: input.on, settings: await loadSettings(ctx.db) }
}

export type Done = { readonly result?: Result; readonly facts?: Readonly<Record<string, unknown>>; readonly rules?: readonly RuleUse[]; readonly change?: TransferChange }

/** Ends an act: moves the transfer along the transition table, adds the step with the rule whose limit it met or missed, and writes the trail. */
export async function perform({ ctx, transfer, act, on, settings }: Begun, { result, facts = {}, rules = [], change = {} }: Done = {}): Promise<{ id: string; version: number }> {
  const stage = nextStage(transfer.stage, act, result)
  if (!stage) throw notAtThisStage(actNames[act], stageNames[transfer.stage])
  const clock = clockOf(transfer, settings)
  const limit = clock?.rule && stage !== transfer.stage ? [clock.rule] : []
  const told = { ...facts, ...(limit.length > 0 ? { dueOn: clock!.dueOn, late: on > clock!.dueOn } : {}) }
  const used = [...limit, ...rules]
  await insertStep(ctx.db, transfer.id, { act, occurredOn: on, fromStage: transfer.stage, toStage: stage, facts: told, rules: used, by: ctx.actor.accountId })
  await updateTransfer(ctx.db, transfer.id, { ...change, ...(stage === transfer.stage ? {} : { stage, stageSince: on }) })
  await ctx.audit({
    event: `transfers.${act}`, subject: { type: 'transfer', id: transfer.id }, organisationId: placeOf(transfer, act), personId: change.personId ?? transfer.personId ?? undefined,
    facts: { on, ...told, from: transfer.stage, to: stage }, citations: used.map(({ citation }) => citation),
  })
  return { id: transfer.id, version: transfer.version + 1 }
}

/** The committees that a sending cell has above it on a day, as known at a moment (without one, now): its grassroots organisation (itself for a grassroots cell) and the one right above. */
export async function sendingLine(ctx: Ctx, cellId: string, on: PlainDate, knownAt?: string): Promise<{ grassroots: Organisation; superior: Organisation | undefined }> {
  const line = await lineAbove(ctx.db, cellId, on, knownAt)
  const grassroots = line.find(({ type }) => isGrassroots(type)) ?? line[0]!
  return { grassroots, superior: line[line.findIndex(({ id }) => id === grassroots.id) + 1] }
}

/** Who issues the letter of a transfer by the rule of a day. */
export const issuerRule = ({ reach }: Pick<Transfer, 'reach'>, on: PlainDate, { overrides }: Settings) => {
  const use = letterIssuers.usedOn(laterOf(on, firstRuledDay), overrides)
  return { use, issuer: use.value[reach] }
}
