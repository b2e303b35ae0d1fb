import type { AccountName } from './ground.ts'
import type { Calls, House } from './house.ts'

type Room = Calls['transfers']
type ActName = { [K in keyof Room]: Room[K] extends (input: infer I) => Promise<{ id: string; version: number }> ? (I extends { transferId: string; version: number; on: string } ? K : never) : never }[keyof Room]
type RestOf<K extends ActName> = Omit<Parameters<Room[K]>[0], 'transferId' | 'version'>

/** A transfer under test: its acts as whoever does them, its version kept. */
export class TransferUnderTest {
  version = 1
  constructor(readonly house: House, readonly id: string) {}

  async as<K extends ActName>(account: AccountName, act: K, input: RestOf<K>): Promise<void> {
    const call = this.house.as(account).transfers[act] as unknown as (given: object) => Promise<{ version: number }>
    this.version = (await call({ transferId: this.id, version: this.version, ...input })).version
  }

  page(account: AccountName = 'officer') { return this.house.as(account).transfers.findTransfer({ transferId: this.id }) }
}

export const everything = { attachments: ['sealedDossier', 'selfReview', 'duesPaid'] as const, duesPaidUntil: '2018-09' as const }

export type Asking = Partial<Parameters<Room['openTransfer']>[0]> & { personId: string }

/** A request of a member of cell A1 to go to commune B, as the secretary records it. */
export async function openTransfer(house: House, { personId, ...over }: Asking, account: AccountName = 'secretaryA1'): Promise<TransferUnderTest> {
  const { id } = await house.as(account).transfers.openTransfer({
    personId, kind: 'official', cause: 'work', causeOn: '2018-08-01', requestedOn: '2018-08-06', ...(over.addressId || over.toCellId ? {} : { receiverId: house.ground.places.communeB }), ...over,
  })
  return new TransferUnderTest(house, id)
}

/** The same with its letter in the hands of the member. */
export async function openLetter(house: House, asking: Asking, number: string, letterOn = '2018-08-20'): Promise<TransferUnderTest> {
  const transfer = await openTransfer(house, asking)
  await transfer.as('secretaryA1', 'sendTransferUp', { on: '2018-08-08' })
  await transfer.as('officer', 'issueLetter', { on: letterOn, number, ...everything, attachments: [...everything.attachments] })
  await transfer.as('secretaryA1', 'handLetterOver', { on: letterOn })
  return transfer
}

/** Puts an organisation outside into the address book. */
export async function addAddress(house: House, name: string): Promise<string> {
  return (await house.as('officer').transfers.addAddress({ name, superior: 'Thành ủy Hà Giang' })).id
}
