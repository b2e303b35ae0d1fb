import { role, roles, type Policy } from '../../platform/action/index.ts'

const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')

/** Asked of the side that acts: the sending cell, the receiving organisation or cell, or the committee that issues the letter. */
export const transfersPolicy = {
  'transfers.read': [...officers, secretary, ...roles('leader', 'inspector').in('ownSubtree')],
  'transfers.export': officers,
  'transfers.open': [...officers, secretary],
  'transfers.sendUp': [...officers, secretary],
  'transfers.issueLetter': officers,
  'transfers.handOver': [...officers, secretary],
  'transfers.followUp': officers,
  'transfers.cancel': [...officers, secretary],
  'transfers.present': officers,
  'transfers.accept': [...officers, secretary],
  'transfers.reportNotCome': [...officers, secretary],
  'transfers.confirmOutside': officers,
  'transfers.changeStay': [...officers, secretary],
  'transfers.recordRemoval': roles('superiorOfficer').in('ownSubtree'),
  'transfers.transferTogether': officers,
  'transfers.keepAddresses': officers,
} satisfies Policy
