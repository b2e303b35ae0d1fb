import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import type { FileAnswer } from '../../../platform/http/index.ts'

let house: House
let proposalId: string
type Account = Parameters<House['as']>[0]
const personId = () => house.ground.members.cellA1[3]!
const jpeg = (tail: string) => new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), tail], 'C:\\anh\\can-cuoc.jpg')
const add = (who: Account, file: File = jpeg('giấy tờ'), id = proposalId) => house.as(who).memberSheet.addPhoto({ proposalId: id, file })
const photosFor = async (who: Account) => house.as(who).memberSheet.findProposal({ proposalId })

beforeAll(async () => {
  house = await openHouse()
  proposalId = (await house.as('memberA1').memberSheet.proposeCorrection({ personId: personId(), changes: [{ field: 'alias', after: 'Tuyển' }], reason: 'Ghi thiếu', paper: 'Căn cước' })).id
})
afterAll(() => house.close())

test('who proposes adds a photograph of the paper; the same one again changes nothing', async () => {
  const { photoId } = await add('memberA1')
  expect(await add('memberA1')).toEqual({ photoId })
  expect(await photosFor('memberA1')).toMatchObject({ photos: [{ id: photoId, fileName: 'can-cuoc.jpg', mediaType: 'image/jpeg' }], may: { addPhoto: true, readPhotos: true } })
  expect(await house.auditOf(proposalId)).toEqual(['memberSheet.correctionProposed', 'memberSheet.photoAdded', 'memberSheet.photoAdded'])
})

test('whoever decides opens it, which the member can read; the secretary, another part and the leader do not', async () => {
  const { photos: [photo] } = await photosFor('grassrootsA')
  const photoId = photo!.id
  const answer = (await house.as('grassrootsA').memberSheet.downloadPhoto({ photoId })) as unknown as FileAnswer
  expect([answer.mediaType, answer.fileName, (answer.content as Buffer).subarray(4).toString()]).toEqual(['image/jpeg', 'can-cuoc.jpg', 'giấy tờ'])
  expect((await house.as('memberA1').memberSheet.listOpenings({ personId: personId() })).rows).toMatchObject([{ what: ['photo'] }])
  expect((await photosFor('secretaryA1')).may).toMatchObject({ readPhotos: false, addPhoto: false })
  for (const who of ['secretaryA1', 'leader'] as const) await expect(house.as(who).memberSheet.downloadPhoto({ photoId })).rejects.toMatchObject({ kind: 'notAllowed' })
  await expect(house.as('grassrootsB').memberSheet.downloadPhoto({ photoId })).rejects.toMatchObject({ code: 'memberSheet.photoNotFound' })
  await expect(house.as('grassrootsB').memberSheet.showPhotoPicture({ photoId })).rejects.toMatchObject({ code: 'memberSheet.photoNotFound' })
})

test('a photograph that cannot be drawn has no small picture and can be opened all the same', async () => {
  const { photos: [photo] } = await photosFor('grassrootsA')
  expect(photo!.hasPicture).toBe(false)
  await expect(house.as('grassrootsA').memberSheet.showPhotoPicture({ photoId: photo!.id })).rejects.toMatchObject({ code: 'memberSheet.photoNotFound' })
})

test('what is no picture, empty or too large is refused, as is who may not', async () => {
  await expect(add('memberA1', new File(['<html>'], 'a.jpg'))).rejects.toMatchObject({ code: 'memberSheet.photoKindUnknown' })
  await expect(add('memberA1', new File([], 'a.jpg'))).rejects.toMatchObject({ code: 'memberSheet.photoEmpty' })
  await expect(add('memberA1', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.jpg'))).rejects.toMatchObject({ code: 'memberSheet.photoTooLarge' })
  await expect(add('secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
  await expect(add('grassrootsB')).rejects.toMatchObject({ code: 'memberSheet.proposalNotFound' })
})

test('a seventh photograph, and one after the decision, are refused', async () => {
  for (const tail of ['2', '3', '4', '5', '6']) await add('grassrootsA', jpeg(tail))
  await expect(add('memberA1', jpeg('7'))).rejects.toMatchObject({ code: 'memberSheet.tooManyPhotos' })
  await house.as('grassrootsA').memberSheet.refuseProposal({ proposalId, version: 1, reason: 'Ảnh mờ' })
  await expect(add('memberA1', jpeg('8'))).rejects.toMatchObject({ code: 'memberSheet.notOpen' })
})

test('photographs are not changed or taken away by the program', async () => {
  for (const change of [`update member_sheet.photo set file_name = 'x'`, 'delete from member_sheet.photo']) await expect(house.program.query(change)).rejects.toThrow(/permission denied/)
})
