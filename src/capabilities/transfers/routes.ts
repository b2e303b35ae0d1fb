import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { addAddress, listAddresses, listReceivers, listReturners } from './actions/addresses.ts'
import { cancelTransfer, proposeRemoval, recordRemoval } from './actions/ending.ts'
import { findTransfer } from './actions/find-transfer.ts'
import { handLetterOver, issueLetter, sendTransferUp, voidLetter } from './actions/letters.ts'
import { listTransfers } from './actions/list-transfers.ts'
import { openArrival, openTransfer } from './actions/open-transfer.ts'
import { acceptMember, assignCell, confirmOutside, recordPresentation, reportNotCome, sendLetterBack } from './actions/reception.ts'
import { extendStay, recordStayEnd } from './actions/stay.ts'
import { transferTogether } from './actions/transfer-together.ts'
import type { transfersContract } from './contract.ts'

export const transfersRoutes: RoutesFor<typeof transfersContract> = {
  listTransfers: read(listTransfers),
  findTransfer: read(findTransfer),
  listReceivers: read(listReceivers),
  listReturners: read(listReturners),
  listAddresses: read(listAddresses),
  addAddress: act(addAddress),
  openTransfer: act(openTransfer),
  openArrival: act(openArrival),
  sendTransferUp: act(sendTransferUp),
  issueLetter: act(issueLetter),
  handLetterOver: act(handLetterOver),
  reportNotCome: act(reportNotCome),
  voidLetter: act(voidLetter),
  recordPresentation: act(recordPresentation),
  assignCell: act(assignCell),
  sendLetterBack: act(sendLetterBack),
  acceptMember: act(acceptMember),
  confirmOutside: act(confirmOutside),
  extendStay: act(extendStay),
  recordStayEnd: act(recordStayEnd),
  proposeRemoval: act(proposeRemoval),
  recordRemoval: act(recordRemoval),
  cancelTransfer: act(cancelTransfer),
  transferTogether: act(transferTogether),
}
