import { dayText } from '../../../../../platform/ui-kit/index.ts'
import { relatives, type ActKind, type CloseReason } from '../../../codes.ts'
import { admission, type CaseFile } from '../../client.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import { closeReasonNames, relativeNames, word } from '../../words.vi.ts'
import { fullMembersOf } from '../full-members.ts'
import { searchCells } from '../organisations.ts'
import type { ShortAct } from './short-act.ts'

/** Reasons that a person gives; the others follow from a vote, a decision or a move. */
const givenReasons: Partial<Record<string, readonly CloseReason[]>> = {
  cellRejected: ['cellRejected'], committeeRejected: ['committeeRejected'], declined: ['declined'],
}
const usualReasons: readonly CloseReason[] = ['withdrawn', 'unsuitable', 'stale', 'movedAway', 'died', 'enteredInError']
const reasonsFor = (file: CaseFile): readonly CloseReason[] => givenReasons[file.stage] ?? usualReasons

/** Acts beside the way of the file: verification, mentor, closing, moving, and those of a probation. */
export const otherShortActs: Partial<Record<ActKind, ShortAct>> = {
  requestVerification: {
    fields: () => [
      { kind: 'select', name: 'about', label: word('verificationAbout'), choices: relatives.map((value) => ({ value, label: relativeNames[value]! })) },
      { kind: 'line', name: 'place', label: word('verificationPlace'), hint: word('verificationPlaceHint') },
      { kind: 'yesNo', name: 'abroad', label: word('verificationAbroad') }, { kind: 'day', name: 'askedOn', label: word('verificationAskedOn') },
    ],
    initial: (file) => ({ askedOn: file.today }),
    send: (v, on, options) => admission.requestVerification({ ...on, about: v.text('about') as (typeof relatives)[number], place: v.text('place')!, abroad: v.yes('abroad'), askedOn: v.day('askedOn')! }, options),
  },
  recordVerificationReply: {
    fields: (file, search) => [
      ...(search['noi'] ? [] : [{ kind: 'select' as const, name: 'verificationId', label: word('verificationPlace'),
        choices: file.verifications.filter((one) => !one.repliedOn).map((one) => ({ value: one.id, label: `${one.aboutText} – ${one.place} (${dayText(one.askedOn)})` })) }]),
      { kind: 'day', name: 'repliedOn', label: word('replyDay') },
      { kind: 'choice', name: 'byLetter', label: word('replyWay'), choices: [{ value: 'no', label: word('replyOnForm') }, { value: 'yes', label: word('replyByLetter') }] },
      { kind: 'text', name: 'outcome', label: word('replyOutcome') },
    ],
    initial: (file) => ({ repliedOn: file.today }),
    send: (v, on, options, search) => admission.recordVerificationReply(
      { ...on, verificationId: search['noi'] ?? v.text('verificationId')!, repliedOn: v.day('repliedOn')!, byLetter: v.text('byLetter') === 'yes', outcome: v.text('outcome')! }, options),
  },
  assignMentor: {
    fields: (file) => [
      { kind: 'search', name: 'mentorId', label: word('mentorField'), hint: word('sponsorFind'), search: fullMembersOf(file) },
      { kind: 'day', name: 'on', label: word('mentorDay') },
    ],
    initial: (file) => ({ on: file.today }),
    send: (v, on, options) => admission.assignMentor({ ...on, mentorId: v.chosen('mentorId')!, on: v.day('on') }, options),
  },
  closeCase: {
    fields: (file) => [
      { kind: 'choice', name: 'reason', label: word('closeReason'), choices: reasonsFor(file).map((value) => ({ value, label: closeReasonNames[value] })) },
      { kind: 'day', name: 'on', label: word('closeDay') }, { kind: 'text', name: 'note', label: word('closeNote'), optional: true },
    ],
    initial: (file) => ({ on: file.today, reason: reasonsFor(file).length === 1 ? reasonsFor(file)[0]! : '' }), after: () => word('closeAfter'),
    send: (v, on, options) => admission.closeCase({ ...on, reason: v.text('reason') as CloseReason, on: v.day('on'), note: v.text('note') }, options),
  },
  moveCase: {
    fields: () => [
      { kind: 'search', name: 'toCellId', label: word('moveTo'), search: searchCells }, { kind: 'day', name: 'movedOn', label: word('moveDay') },
      { kind: 'line', name: 'letterNumber', label: word('moveLetter') }, { kind: 'day', name: 'letterDatedOn', label: word('moveLetterDay') },
    ],
    initial: (file) => ({ movedOn: file.today }), after: () => word('moveAfter'),
    send: (v, on, options) => admission.moveCase({ ...on, toCellId: v.chosen('toCellId')!, movedOn: v.day('movedOn')!, letterNumber: v.text('letterNumber')!, letterDatedOn: v.day('letterDatedOn')! }, options),
  },
  recordMentorRemark: {
    fields: () => [{ kind: 'day', name: 'writtenOn', label: word('remarkDay') }, { kind: 'text', name: 'text', label: word('remarkText') }],
    initial: (file) => ({ writtenOn: file.today }),
    send: (v, on, options) => admission.recordMentorRemark({ ...on, writtenOn: v.day('writtenOn')!, text: v.text('text')! }, options),
  },
  recordClassCertificate: {
    fields: () => [
      { kind: 'day', name: 'issuedOn', label: word('certificateDay') }, { kind: 'line', name: 'number', label: word('certificateNumber'), optional: true },
      { kind: 'line', name: 'issuer', label: word('certificateIssuer'), optional: true },
    ],
    send: (v, on, options) => admission.recordClassCertificate({ ...on, issuedOn: v.day('issuedOn')!, number: v.text('number'), issuer: v.text('issuer') }, options),
  },
  reportDeadlock: {
    fields: () => [{ kind: 'day', name: 'on', label: word('reportDay') }, { kind: 'line', name: 'number', label: word('documentNumber'), optional: true }],
    initial: (file) => ({ on: file.today }), after: (file) => word('deadlockAfter', { place: committeeNameOf(file.deciding.name) }),
    send: (v, on, options) => admission.reportDeadlock({ ...on, on: v.day('on')!, number: v.text('number') }, options),
  },
  recordResultReported: {
    fields: () => [{ kind: 'day', name: 'on', label: word('reportDay') }], initial: (file) => ({ on: file.today }), after: () => word('resultAfter'),
    send: (v, on, options) => admission.recordResultReported({ ...on, on: v.day('on')! }, options),
  },
}
