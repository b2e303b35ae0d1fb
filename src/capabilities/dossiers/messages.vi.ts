import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { FindingKind, LineState, Sampling } from './codes.ts'

const reload = 'Tải lại trang rồi xem lại.'
const outside = 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.'

export const dossiersRefusals: RefusalWordsByCode = {
  'dossiers.dossierNotFound': { what: 'Không tìm thấy hồ sơ này.', why: outside, todo: 'Tìm trong Hồ sơ giấy.' },
  'dossiers.dossierNotOpened': { what: 'Chưa lập hồ sơ giấy cho {name}.', todo: 'Lập hồ sơ trước, rồi ghi tài liệu.' },
  'dossiers.alreadyOpened': { what: '{name} đã có hồ sơ giấy.', why: 'Mỗi đảng viên có một hồ sơ.', todo: 'Mở hồ sơ đang có.' },
  'dossiers.openedAtOnce': { what: 'Hồ sơ này vừa được người khác lập.', todo: reload },
  'dossiers.changedAtOnce': { what: 'Tài liệu này vừa được người khác ghi.', todo: reload },
  'dossiers.lentAtOnce': { what: 'Hồ sơ hoặc tài liệu này vừa được ghi cho mượn.', todo: reload },
  'dossiers.itemNotFound': { what: 'Không tìm thấy tài liệu này trong hồ sơ.', why: outside, todo: reload },
  'dossiers.documentTypeUnknown': { what: 'Không có loại tài liệu mã “{documentType}” trong hồ sơ đảng viên.', todo: 'Chọn loại tài liệu trong danh mục.' },
  'dossiers.onlyOneOfKind': { what: 'Hồ sơ đã có “{title}”.', why: 'Loại tài liệu này chỉ có một bản trong hồ sơ.', todo: 'Sửa tài liệu đang có.' },
  'dossiers.absenceNeedsDecision': { what: 'Ghi “không có, có lý do” cho “{title}” mà chưa có căn cứ.', why: 'Thiếu có lý do phải theo văn bản của cấp ủy; không có văn bản thì là còn thiếu.', todo: 'Ghi số, ngày của văn bản.' },
  'dossiers.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'dossiers.daysOutOfOrder': { what: 'Ngày {second} trước ngày {first}.', todo: 'Sửa một trong hai ngày.' },
  'dossiers.scanEmpty': { what: 'Tệp {fileName} không có nội dung.', todo: 'Quét lại.' },
  'dossiers.scanKindUnknown': { what: 'Tệp {fileName} không phải ảnh hoặc PDF.', why: 'Loại tệp xét theo nội dung, không theo tên.', todo: 'Quét thành PDF hoặc ảnh JPEG, PNG.' },
  'dossiers.scanTooLarge': { what: 'Tệp nặng {megabytes} MB, quá {limit} MB.', todo: 'Quét lại với độ nét thấp hơn, hoặc tách thành nhiều tệp.' },
  'dossiers.scanNotFound': { what: 'Không tìm thấy bản quét này.', why: outside, todo: reload },
  'dossiers.loanNotFound': { what: 'Không tìm thấy lần cho mượn này.', why: outside, todo: reload },
  'dossiers.alreadyLent': { what: '{borrower} đang mượn, hẹn trả {dueOn}.', todo: 'Ghi đã trả rồi mới cho mượn tiếp.' },
  'dossiers.alreadyReturned': { what: 'Đã ghi trả ngày {on}.', todo: reload },
  'dossiers.nothingToHandOver': { what: '{keeper} không giữ hồ sơ nào trong số đã chọn.', todo: 'Chọn lại hồ sơ, hoặc nơi đang giữ.' },
  'dossiers.lentDossiers': { what: 'Còn hồ sơ đang cho mượn: {names}.', why: 'Bàn giao đủ hồ sơ trong danh sách.', todo: 'Thu hồi rồi bàn giao, hoặc chọn để lại hồ sơ đang cho mượn.' },
  'dossiers.sameKeeper': { what: '{keeper} đang giữ các hồ sơ này.', todo: 'Chọn nơi nhận khác.' },
  'dossiers.receiverNotGiven': { what: 'Chưa ghi nơi nhận.', why: 'Bàn giao cho một tổ chức trong cây, hoặc một nơi ngoài tỉnh ghi bằng tên; không cả hai.', todo: 'Chọn tổ chức nhận, hoặc ghi tên nơi nhận.' },
  'dossiers.handoverNotFound': { what: 'Không tìm thấy lần bàn giao này.', why: outside, todo: reload },
  'dossiers.remakingNotFound': { what: 'Không tìm thấy việc khôi phục này.', why: outside, todo: reload },
  'dossiers.remakingRuns': { what: 'Tài liệu này đang được khôi phục theo bản tường trình ngày {statedOn}.', todo: 'Làm tiếp việc đang có.' },
  'dossiers.notAtThisStep': { what: 'Việc khôi phục đang ở bước “{step}”.', why: 'Khôi phục theo thứ tự: đảng viên tường trình, cấp ủy xác nhận, thay tài liệu.', todo: 'Làm bước tiếp theo.' },
  'dossiers.paperNotLost': { what: '“{title}” đang có trong hồ sơ.', why: 'Chỉ khôi phục tài liệu thất lạc hoặc không đọc được.', todo: 'Ghi thất lạc trước.' },
  'dossiers.inspectionNotFound': { what: 'Không tìm thấy cuộc kiểm tra này.', why: outside, todo: 'Xem danh sách Kiểm tra hồ sơ.' },
  'dossiers.notOwnInspection': { what: 'Cuộc kiểm tra này của {committee}.', why: 'Nơi quyết định kiểm tra ghi kết quả; nơi được kiểm tra ghi khắc phục.', todo: 'Ghi đã khắc phục từng thiếu sót.' },
  'dossiers.inspectionClosed': { what: 'Cuộc kiểm tra đã kết thúc ngày {on}.', todo: 'Theo dõi khắc phục, hoặc lập cuộc kiểm tra mới.' },
  'dossiers.sampleDrawn': { what: 'Cuộc kiểm tra đã có danh sách hồ sơ.', why: 'Chọn lại sẽ làm mất kết quả đã ghi.', todo: 'Kiểm tra theo danh sách đã chọn.' },
  'dossiers.sampleEmpty': { what: 'Không có đảng viên nào theo cách chọn này.', todo: 'Đổi cách chọn.' },
  'dossiers.sampleSizeNeeded': { what: 'Chưa ghi số cho cách chọn này.', why: 'Cách chọn theo khoảng cách, theo chi bộ, chưa kiểm tra lần nào đều cần một số; chọn từng người thì không.', todo: 'Ghi số, hoặc đổi cách chọn.' },
  'dossiers.peopleNotChosen': { what: 'Chưa chọn đảng viên nào.', why: 'Cuộc kiểm tra này chọn từng người.', todo: 'Chọn ít nhất một người.' },
  'dossiers.notInSample': { what: 'Hồ sơ của {name} không thuộc danh sách kiểm tra.', todo: 'Chọn hồ sơ trong danh sách.' },
  'dossiers.notExamined': { what: 'Còn {count} hồ sơ trong danh sách chưa xem.', why: 'Kết thúc khi đã xem hết danh sách.', todo: 'Ghi kết quả từng hồ sơ, kể cả hồ sơ không có thiếu sót.' },
  'dossiers.findingNotFound': { what: 'Không tìm thấy thiếu sót này.', why: outside, todo: reload },
  'dossiers.findingMended': { what: 'Thiếu sót này đã ghi khắc phục ngày {on}.', todo: reload },
}

export const lineStateNames: Readonly<Record<LineState, string>> = {
  present: 'Đã có', unreadable: 'Mờ, không đọc được', lost: 'Thất lạc', absentWithReason: 'Không có, có lý do', missing: 'Còn thiếu',
}

export const samplingNames: Readonly<Record<Sampling, string>> = {
  everyNth: 'Lấy cách đều theo danh sách', perCell: 'Mỗi chi bộ một số hồ sơ', neverInspected: 'Hồ sơ chưa kiểm tra lần nào', chosen: 'Chọn từng người',
}

export const findingKindNames: Readonly<Record<FindingKind, string>> = {
  missing: 'Thiếu tài liệu', unsigned: 'Thiếu chữ ký, dấu xác nhận', altered: 'Tẩy xóa, sửa chữa', contradiction: 'Thông tin các tài liệu không khớp',
  notSupplemented: 'Chưa bổ sung hằng năm', wrongForm: 'Sai mẫu', illegible: 'Mờ, rách, khó đọc', badOrder: 'Sắp xếp, đánh số chưa đúng',
  badKeeping: 'Bảo quản chưa đúng', other: 'Thiếu sót khác',
}

/** What falls due in this room. */
export const dueWords = { returnLoan: 'Thu hồi hồ sơ cho {borrower} mượn', mendFinding: 'Khắc phục: {kind}' } as const

export const remakingStateNames = { stated: 'Đảng viên đã tường trình, chờ cấp ủy xác nhận', confirmed: 'Cấp ủy đã xác nhận, chờ thay tài liệu', finished: 'Đã khôi phục' } as const

/** Placed before the first words of a scan without a name. */
export const scanWords = { noName: 'ban-quet' } as const
