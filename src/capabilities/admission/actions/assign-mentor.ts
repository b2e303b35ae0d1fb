import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { mentorRemarkMonths } from '../../../regulations/index.ts'
import { findStatusOn, loadPerson } from '../../members/index.ts'
import type { admissionContract } from '../contract.ts'
import { mentorNotFull } from '../errors.ts'
import { isConfirmation } from '../model.ts'
import { begin, perform, refuseAll, refusalsOf, refusalsOfOrder, type Begun } from '../perform.ts'
import { findOpenCase } from '../queries/cases.ts'

type Input = InputOf<typeof admissionContract.assignMentor>

function assign(begun: Begun, mentorId: string) {
  const { file, on, settings } = begun
  const rule = mentorRemarkMonths.usedOn(on, settings.overrides)
  return perform(begun, {
    act: 'assignMentor', step: isConfirmation(file) ? 'P01' : 'A14', event: 'mentorAssigned', facts: { mentorId, former: file.mentorId }, rules: [rule], change: { mentorId, mentorSince: on },
  })
}

/** The file of admission that waits for its dossier and the file of confirmation name the same mentor. */
async function assignInOtherFile(ctx: Ctx, { file, on }: Begun, mentorId: string): Promise<void> {
  const other = await findOpenCase(ctx.db, file.personId, !isConfirmation(file))
  if (!other) return
  const begun = await begin(ctx, { id: other.id }, 'assignMentor', on)
  if (begun.file.mentorId !== mentorId && refusalsOf(begun, 'assignMentor').length === 0) await assign(begun, mentorId)
}

/** Assigns the full member who helps during probation; a later assignment takes the place of the former. Refuses `admission.mentorNotFull`. */
export async function assignMentor(ctx: Ctx, input: Input) {
  const begun = await begin(ctx, input, 'assignMentor', input.on)
  const { file, on } = begun
  refuseAll([...refusalsOf(begun, 'assignMentor'), ...refusalsOfOrder(on, [['recordCeremony', file.ceremonyOn ?? file.probationFrom]])])
  const mentor = await loadPerson(ctx.db, input.mentorId)
  if ((await findStatusOn(ctx.db, mentor.id, on))?.status !== 'full') throw mentorNotFull(mentor.fullName)
  await assignInOtherFile(ctx, begun, mentor.id)
  return assign(begun, mentor.id)
}
