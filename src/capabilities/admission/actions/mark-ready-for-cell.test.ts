import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile, ordinary, prepareFile, refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

describe('verification', () => {
  test('is asked by the committee and falls due after 30 working days, abroad after 90', async () => {
    const file = await openFile(house)
    const asked = { about: 'father' as const, place: 'Đảng ủy xã Liên Hiệp', askedOn: '2018-08-01' }
    expect((await refusalOf(file.secretary('requestVerification', asked))).codes).toEqual(['platform.notAllowed'])
    expect((await refusalOf(file.committee('requestVerification', { ...asked, askedOn: '2018-05-01' }))).codes).toEqual(['admission.beforeFormerStep'])
    expect(await file.committee('requestVerification', asked)).toMatchObject({ stage: 'verifying' })
    await file.committee('requestVerification', { ...asked, about: 'mother', place: 'Vân Nam', abroad: true })
    const { verifications, clocks } = await file.page()
    expect(verifications.map(({ dueOn, abroad, isLate, aboutText }) => [dueOn, abroad, isLate, aboutText])).toEqual([['2018-09-13', false, true, 'cha'], ['2018-12-06', true, false, 'mẹ']])
    expect(clocks.filter(({ kind }) => kind === 'verification').map(({ limit }) => limit)).toEqual([30, 90])
  })

  test('is answered once, by letter or on the form; a letter asks for its papers', async () => {
    const file = await openFile(house, { fullName: 'Lục Thị Duyên' })
    const { verificationId } = await file.committee('requestVerification', { about: 'candidate', place: 'Đảng ủy xã Liên Hiệp', askedOn: '2018-08-01' })
    const reply = (repliedOn: string) => file.committee('recordVerificationReply', { verificationId, repliedOn, byLetter: true, outcome: 'Rõ ràng' })
    expect((await refusalOf(reply('2018-07-31'))).codes).toEqual(['admission.beforeFormerStep'])
    expect((await file.page()).checklist.find(({ code }) => code === 'KNĐ-2TT')).toMatchObject({ need: 'cannotTell', state: 'cannotTell' })
    await reply('2018-09-20')
    expect((await refusalOf(reply('2018-09-21'))).codes).toEqual(['admission.verificationAnswered'])
    const { checklist, history } = await file.page()
    expect(checklist.find(({ code }) => code === 'KNĐ-2TT')).toMatchObject({ need: 'required', state: 'missing' })
    expect(history.at(-1)).toMatchObject({ step: 'A06', facts: { dueOn: '2018-09-13', isLate: true }, rules: [{ key: 'admission.backgroundReplyWorkingDays', valueText: '30 ngày làm việc' }] })
    expect((await refusalOf(file.committee('recordVerificationReply', { verificationId: file.id, repliedOn: '2018-09-21', byLetter: true, outcome: 'x' }))).codes).toEqual(['admission.verificationNotFound'])
  })
})

describe('what a place answered', () => {
  test('is covered on the page, and opened for a reason that the member finds again', async () => {
    const file = await openFile(house, { fullName: 'Lục Văn Kín' })
    const { verificationId } = await file.committee('requestVerification', { about: 'candidate', place: 'Đảng ủy xã Liên Hiệp', askedOn: '2018-08-01' })
    await file.committee('recordVerificationReply', { verificationId, repliedOn: '2018-08-20', byLetter: false, outcome: 'Lời trả lời kín' })
    const page = await file.page()
    expect(page.verifications).toMatchObject([{ id: verificationId, repliedOn: '2018-08-20', hasOutcome: true }])
    expect(JSON.stringify(page)).not.toContain('Lời trả lời kín')
    const opened = await house.as('grassrootsA').admission.openVerifications({ id: file.id, reason: 'Xét tại đảng ủy' })
    expect(opened.verifications).toEqual([{ id: verificationId, outcome: 'Lời trả lời kín' }])
    const [entry] = await house.rows(`select person_id, facts from audit.entry where event = 'admission.verificationsOpened'`)
    expect(entry).toMatchObject({ person_id: page.person.id, facts: { reason: 'Xét tại đảng ủy' } })
    expect((await house.as('officer').memberSheet.listOpenings({ personId: page.person.id })).rows).toMatchObject([{ what: ['history'], reason: 'Xét tại đảng ủy' }])
    await expect(house.as('secretaryB1').admission.openVerifications({ id: file.id, reason: 'x' })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('administrator').admission.openVerifications({ id: file.id, reason: 'x' })).rejects.toMatchObject({ kind: expect.stringMatching(/notFound|notAllowed/) })
  })
})

describe('ready for the cell', () => {
  test('is a file with everything in it', async () => {
    const file = await prepareFile(house)
    expect((await file.page()).nextAct).toMatchObject({ code: 'markReadyForCell', owner: 'cell', dueOn: '2019-06-28', counting: 'calendar' })
    expect((await refusalOf(file.as('officer', 'markReadyForCell', {}))).codes).toEqual(['platform.notAllowed'])
    expect(await file.secretary('markReadyForCell', { on: '2018-07-30' })).toMatchObject({ stage: 'readyForCell', nextAct: { code: 'recordCellVote' } })
    const { history, milestones } = await file.page()
    expect(history.at(-1)!.rules.map(({ key }) => key)).toEqual(expect.arrayContaining(['admission.education', 'admission.certificateValidityMonths', 'admission.fileFreshMonths']))
    expect(milestones.slice(0, 3).map(({ state, on }) => [state, on])).toEqual([['done', '2018-05-20'], ['done', '2018-06-28'], ['current', null]])
  })

  test('is refused with all that is missing at once, each with its clause', async () => {
    const file = await openFile(house, { fullName: 'Ngô Văn Khoa', bornOn: '2000-11-20' })
    await file.secretary('recordCircumstances', { circumstances: { ...ordinary(file.sponsorId), youthUnionMember: true, education: { level: 'G10' }, livesInSpecialArea: false, personOfStanding: false, sponsors: [] } })
    await file.paper('KNĐ-1', '2018-05-20')
    await file.committee('requestVerification', { about: 'candidate', place: 'Đảng ủy xã Quang Minh', askedOn: '2018-05-25' })
    const refused = await refusalOf(file.secretary('markReadyForCell', {}))
    expect(refused.kind).toBe('againstRule')
    expect(refused.codes).toEqual([
      'admission.notOldEnough', 'admission.conditionNotMet', 'admission.tooFewSponsors', 'admission.verificationAwaited',
      'admission.documentMissing', 'admission.documentMissing', 'admission.documentMissing', 'admission.documentMissing', 'admission.documentMissing',
    ])
    expect(refused.facts).toMatchObject({ years: 17, months: 10, from: '2018-11-20' })
    expect(refused.citation).toMatchObject({ instrument: 'QD-29-2016' })
    const { acts } = await file.page()
    expect(acts.find(({ code }) => code === 'markReadyForCell')!.reasons[0]!.message).toBe('Người xin vào Đảng 17 tuổi 10 tháng vào ngày chi bộ họp 05/10/2018.')
  })

  test('says once that the background was not verified, not again for the papers that wait for it', async () => {
    const file = await openFile(house, { fullName: 'Ngô Văn Kiên' })
    await file.secretary('recordCircumstances', { circumstances: ordinary(file.sponsorId) })
    const { codes } = await refusalOf(file.secretary('markReadyForCell', {}))
    expect(codes.filter((code) => code === 'admission.verificationNotAsked' || code === 'admission.documentUndecided')).toEqual(['admission.verificationNotAsked'])
  })

  test('a certificate issued only after the meeting is not called expired', async () => {
    const file = await prepareFile(house, { fullName: 'Đỗ Thị Hân' })
    await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-CN']!, datedOn: '2018-09-20' })
    expect((await refusalOf(file.secretary('markReadyForCell', { on: '2018-09-19' }))).codes).toEqual(['admission.paperAfterDay'])
    const followed = await openFile(house, { fullName: 'Đỗ Thị Hiền' })
    await house.rows(`insert into sources_and_targets.awareness_certificate (id, person_id, issued_on) values (gen_random_uuid(), $1, '2018-09-20')`, [followed.personId])
    const { eligibility } = await followed.page()
    expect(eligibility!.reasons.find(({ condition }) => condition === 'certificate')!.verdict).toBe('met')
  })

  test('a paper of more than 12 months and a certificate of more than 60 keep it back', async () => {
    const file = await prepareFile(house, { fullName: 'Đỗ Thị Hà' })
    await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-3']!, datedOn: '2017-10-04' })
    await file.secretary('replaceDocument', { documentId: file.papers['KNĐ-CN']!, datedOn: '2013-10-04' })
    expect((await file.page()).nextAct).toMatchObject({ code: 'replaceDocument', document: { code: 'KNĐ-CN' }, owner: 'politicalCentre', isLate: true })
    const refused = await refusalOf(file.secretary('markReadyForCell', {}))
    expect(refused.codes.sort()).toEqual(['admission.certificateExpired', 'admission.paperStale'])
    // A day earlier both were still in time.
    expect(await file.secretary('markReadyForCell', { on: '2018-10-04' })).toMatchObject({ stage: 'readyForCell' })
  })

  test('a sponsor who is probationary, or of another unit, is named', async () => {
    const file = await prepareFile(house, { fullName: 'Lầu Mí Pó' })
    await house.rows(`update members.status set valid_during = daterange(lower(valid_during), '2018-01-01') where person_id = $1 and upper_inf(valid_during)`, [file.sponsorId])
    await house.rows(`insert into members.status (id, person_id, status, valid_during) values (gen_random_uuid(), $1, 'probationary', '[2018-01-01,)')`, [file.sponsorId])
    const refused = await refusalOf(file.secretary('markReadyForCell', {}))
    expect(refused.codes).toEqual(['admission.tooFewSponsors', 'admission.sponsorNotFull'])
    expect((await file.page()).eligibility!.reasons.find(({ condition }) => condition === 'sponsor')!.facts.faults).toEqual(['notFullMember'])
    await house.rows(`delete from members.status where person_id = $1 and status = 'probationary' and lower(valid_during) = '2018-01-01'`, [file.sponsorId])
    await house.rows(`update members.status set valid_during = daterange(lower(valid_during), null) where person_id = $1 and upper(valid_during) = '2018-01-01'`, [file.sponsorId])
    await file.secretary('recordCircumstances', { circumstances: { sponsors: [{ personId: file.sponsorId, relation: 'residence', togetherSince: '2018-01-10' }] } })
    expect(await refusalOf(file.secretary('markReadyForCell', {}))).toMatchObject({ codes: ['admission.tooFewSponsors', 'admission.sponsorDoesNotFit'] })
  })

  test('over 60 needs the consent, and its paper in the file', async () => {
    const file = await prepareFile(house, { fullName: 'Hoàng Văn Bình', bornOn: '1957-03-01' })
    const first = await refusalOf(file.secretary('markReadyForCell', {}))
    expect(first.codes).toEqual(['admission.tooOld', 'admission.documentMissing'])
    await file.secretary('recordCircumstances', { circumstances: { consents: { overMaxAge: { issuedOn: '2018-06-01', number: '12-CV/TU' } } } })
    await file.paper('KNĐ-ĐYKNL', '2018-06-01')
    expect(await file.secretary('markReadyForCell', {})).toMatchObject({ stage: 'readyForCell' })
    expect((await file.page()).eligibility!.reasons.find(({ condition }) => condition === 'age')).toMatchObject({ verdict: 'exceptionByConsent', verdictText: 'đạt theo văn bản đồng ý' })
  })

  test('a readmission waits 36 months and needs the prior consent', async () => {
    const { id } = await house.as('secretaryA1').admission.openCase({
      kind: 'readmission', cellId: house.ground.places.cellA1, openedOn: '2018-05-20', person: { fullName: 'Phàn Tà Mìn', sex: 'male', bornOn: '1980-05-03' },
      circumstances: { ...ordinary(house.ground.members.cellA1[2]!), youthUnionExists: false, tradeUnionMember: false, formerMember: { leftOn: '2015-11-01', reason: 'other', timesReadmitted: 0 } },
    })
    const refused = await refusalOf(house.as('secretaryA1').admission.markReadyForCell({ id, version: 1 }))
    const judging = ['admission.conditionNotMet', 'admission.coveredNotMet', 'admission.verificationNotAsked']
    expect(refused.codes.filter((code) => judging.includes(code)).sort()).toEqual(['admission.conditionNotMet', 'admission.coveredNotMet', 'admission.verificationNotAsked'])
    const { eligibility, checklist } = await house.as('secretaryA1').admission.findCase({ id })
    expect(eligibility!.reasons.map(({ condition }) => condition)).not.toContain('readmissionWait')
    const { conditions } = await house.as('secretaryA1').admission.openCircumstances({ id, reason: 'Xét kết nạp lại' })
    expect(conditions.find(({ condition }) => condition === 'readmissionWait')).toMatchObject({ verdict: 'notMet', facts: { months: 35 } })
    expect(checklist.find(({ code }) => code === 'KNĐ-QĐKNL')).toMatchObject({ need: 'required', state: 'notYet' })
  })
})
