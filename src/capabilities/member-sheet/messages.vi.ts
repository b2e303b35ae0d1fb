import { formatDay, type PlainDate } from '../../kernel/index.ts'
import type { RefusalWordsByCode } from '../../platform/words.ts'

export { className, columnNames, fieldNames, groupNames, listNames, saidWords } from './words.vi.ts'

export const memberSheetRefusals: RefusalWordsByCode = {
  'memberSheet.noOwnSheet': { what: 'Tài khoản này chưa gắn với đảng viên nào.', todo: 'Báo người quản trị gắn tài khoản với hồ sơ.' },
  'memberSheet.photoEmpty': { what: 'Tệp ảnh không có nội dung.', todo: 'Chụp lại hoặc chọn tệp khác.' },
  'memberSheet.photoKindUnknown': { what: 'Tệp “{fileName}” không phải ảnh hoặc PDF.', todo: 'Chụp ảnh giấy tờ, hoặc chọn tệp JPG, PNG, PDF.' },
  'memberSheet.photoTooLarge': { what: 'Ảnh {megabytes} MB, quá {limit} MB.', todo: 'Chụp lại với cỡ nhỏ hơn.' },
  'memberSheet.tooManyPhotos': { what: 'Đề nghị này đã có {most} ảnh.', todo: 'Gửi đề nghị, không thêm ảnh nữa.' },
  'memberSheet.photoNotFound': { what: 'Không tìm thấy ảnh này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Xem lại đề nghị.' },
  'memberSheet.noteMissing': { what: 'Chưa ghi rõ lý do mở.', why: 'Lý do mở phần được che được ghi vào nhật ký.', todo: 'Ghi rõ lý do.' },
  'memberSheet.notCorrectableHere': { what: 'Mục “{item}” không sửa ở đây.', why: 'Mục này do việc kết nạp, công nhận hoặc tặng Huy hiệu Đảng ghi.', todo: 'Sửa ở việc đã ghi nó.' },
  'memberSheet.nameNeeded': { what: 'Họ và tên không được để trống.', todo: 'Điền họ và tên.' },
  'memberSheet.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'memberSheet.noDayHere': { what: 'Mục “{item}” không có ngày bắt đầu đúng.', why: 'Mục này đúng từ đầu hoặc sai từ đầu.', todo: 'Bỏ ngày “đúng từ”.' },
  'memberSheet.entryGone': { what: 'Dòng này không còn trên phiếu.', todo: 'Tải lại trang rồi xem lại.' },
  'memberSheet.sameItemTwice': { what: 'Một mục được đề nghị sửa hai lần.', todo: 'Mỗi mục chỉ ghi một lần.' },
  'memberSheet.nothingChanged': { what: 'Chưa có mục nào khác với bản đang có.', todo: 'Sửa ít nhất một mục.' },
  'memberSheet.originalBirthStays': { what: 'Ngày sinh theo hồ sơ gốc ({bornOn}) không sửa theo giấy tờ khác.', why: 'Tuổi đảng viên tính theo hồ sơ gốc; ngày khác chỉ được ghi bên cạnh.', todo: 'Ghi vào mục “Sinh ngày theo giấy tờ khác”; nếu gõ nhầm so với hồ sơ gốc thì chọn “Sửa lỗi gõ nhầm”.' },
  'memberSheet.changedMeanwhile': { what: 'Đã đổi sau khi đề nghị: {items}.', why: 'Bản đang có không còn như lúc đề nghị.', todo: 'Từ chối đề nghị này và lập đề nghị mới.' },
  'memberSheet.noKeeper': { what: 'Chưa rõ cấp nào giữ hồ sơ của người này.', why: 'Người này chưa thuộc chi bộ của đảng bộ cơ sở nào.', todo: 'Ghi chi bộ trước.' },
  'memberSheet.proposalNotFound': { what: 'Không tìm thấy đề nghị sửa này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Xem danh sách Đề nghị sửa.' },
  'memberSheet.notOpen': { what: 'Đề nghị này đã được giải quyết.', todo: 'Tải lại trang.' },
  'memberSheet.notTheKeeper': { what: 'Việc này do {keeper} làm.', why: 'Sửa hồ sơ phải do cấp giữ hồ sơ đồng ý.', todo: 'Báo cấp giữ hồ sơ.' },
  'memberSheet.notYours': { what: 'Đề nghị này do người khác gửi.', why: 'Chỉ người gửi mới rút được đề nghị.' },
  'memberSheet.campaignNotFound': { what: 'Không tìm thấy đợt bổ sung này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Xem danh sách các đợt.' },
  'memberSheet.campaignAsked': { what: 'Đã mở đợt bổ sung năm {year} cho tổ chức này.', why: 'Mỗi năm một đợt.', todo: 'Mở đợt đã có.' },
  'memberSheet.askedAtOnce': { what: 'Đợt bổ sung này vừa được người khác mở.', todo: 'Tải lại trang.' },
  'memberSheet.statedAtOnce': { what: 'Mục này vừa được người khác ghi.', todo: 'Tải lại trang rồi xem lại.' },
  'memberSheet.dueBeforeAsked': { what: 'Hạn nộp {dueOn} đã qua.', why: 'Hôm nay là {today}.', todo: 'Chọn ngày sau hôm nay.' },
  'memberSheet.nobodyAsked': { what: 'Không còn đảng viên nào để hỏi.', why: 'Tổ chức này chưa có đảng viên, hoặc mọi người đã có phiếu của năm ấy.', todo: 'Chọn tổ chức khác.' },
  'memberSheet.supplementNotFound': { what: 'Không tìm thấy phiếu bổ sung này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Xem danh sách của đợt.' },
  'memberSheet.notInState': { what: 'Phiếu bổ sung này không còn ở bước ấy.', todo: 'Tải lại trang rồi xem lại.' },
  'memberSheet.nothingToTakeIn': { what: 'Chưa có phiếu nào chi bộ đã kiểm tra để nhận vào hồ sơ.', todo: 'Chờ chi bộ kiểm tra.' },
}

/** Words of the supplement that stand in the dossier. */
export const supplementWords = { basis: (year: number): string => `Phiếu bổ sung năm ${year}`, reason: 'Bổ sung hồ sơ hằng năm' }

/** Why a person was corrected, as the history of the person says it. */
export const decisionReason = (reason: string, consentNumber: string, consentOn: PlainDate): string => `${reason} (đồng ý: ${consentNumber}, ${formatDay(consentOn)})`

/** What the entries of this room in the trail are called. */
export const memberSheetEvents: Readonly<Record<string, string>> = {
  'memberSheet.opened': 'Mở phần được che của phiếu đảng viên', 'memberSheet.proposalOpened': 'Mở phần được che của đề nghị sửa',
  'memberSheet.correctionProposed': 'Đề nghị sửa phiếu đảng viên', 'memberSheet.correctionApproved': 'Duyệt sửa phiếu đảng viên', 'memberSheet.correctionRefused': 'Không duyệt đề nghị sửa', 'memberSheet.correctionWithdrawn': 'Rút đề nghị sửa', 'memberSheet.photoAdded': 'Thêm ảnh giấy tờ vào đề nghị sửa', 'memberSheet.photoSeen': 'Mở xem ảnh giấy tờ của đề nghị sửa',
  'memberSheet.supplementAsked': 'Mở đợt bổ sung hồ sơ', 'memberSheet.supplementAnswered': 'Khai phiếu bổ sung', 'memberSheet.supplementChecked': 'Chi bộ kiểm tra phiếu bổ sung', 'memberSheet.supplementReturned': 'Trả lại phiếu bổ sung', 'memberSheet.supplementsTakenIn': 'Nhận phiếu bổ sung vào hồ sơ',
  'memberSheet.otherBirthKept': 'Ghi ngày sinh theo giấy tờ khác', 'memberSheet.sourceTakenBack': 'Rút lại giá trị do danh sách ghi',
}

/** Names of files without a name of their own. */
export const photoWords = { noName: 'anh-giay-to', small: 'nho.png' } as const

/** What falls due in this room. */
export const dueWords = {
  decideProposal: 'Xem xét đề nghị sửa: {items}', answer: 'Đôn đốc {n} đảng viên khai phiếu bổ sung năm {year}', check: 'Kiểm tra {n} phiếu bổ sung năm {year} đã khai',
  answerAndCheck: 'Đôn đốc {n} đảng viên khai, kiểm tra {m} phiếu bổ sung năm {year} đã khai', takeIn: 'Nhận {n} phiếu bổ sung năm {year} đã kiểm tra vào hồ sơ',
} as const

/** What is wrong with a value, as the contract says it. */
export const shapeWords = {
  unitCode: 'mã xã không có vào ngày ấy; ghi mã cùng ngày của giấy tờ', empty: 'chưa điền', identityNumber: 'số định danh cá nhân gồm 12 chữ số', oldIdentityNumber: 'số CMND cũ gồm 9 hoặc 12 chữ số',
  notInList: 'không có trong danh mục', unknownItem: 'mục này không có trên phiếu',
} as const
