import type { RefusalWordsByCode } from '../../platform/words.ts'

export const importExportRefusals: RefusalWordsByCode = {
  'importExport.importNotFound': { what: 'Không tìm thấy lần nhập này.', todo: 'Quay lại danh sách các lần nhập.' },
  'importExport.notInState': { what: 'Lần nhập này đang ở trạng thái “{state}” nên không làm được việc này.', why: 'Chỉ ghi khi đã đọc xong; chỉ rút lại khi đã ghi.', todo: 'Tải lại trang để xem trạng thái mới.' },
  'importExport.nothingToWrite': { what: 'Không có dòng nào để ghi.', why: '{same} dòng không đổi, {waiting} dòng còn chờ giải quyết.', todo: 'Trả lời các câu hỏi, nhận các đề nghị, hoặc sửa tệp rồi đọc lại.' },
  'importExport.registerHasChanged': { what: 'Sổ đã thay đổi từ lúc đọc thử: {rows} dòng không còn như đã xem.', why: 'Chỉ ghi đúng những gì đã xem trước.', todo: 'Đọc thử lại, xem khác biệt rồi ghi.' },
  'importExport.readingCancelled': { what: 'Đã dừng đọc tệp.', why: 'Có người bấm dừng.', todo: 'Chọn tệp và đọc lại khi cần.' },
  'importExport.columnsLeaveNoList': { what: 'Đọc theo các cột này thì không còn dòng đảng viên nào.', why: 'Danh sách phải có cột họ và tên, cùng ngày sinh hoặc một số của đảng viên.', todo: 'Xem lại cột nào là họ và tên rồi đọc lại.' },
  'importExport.reportNotMade': { what: 'Không trả lại được tệp kèm kết quả.', why: '{reason}', todo: 'Xem kết quả ngay trên trang này.' },
}

/** States of an import on the screen. */
export const stateNames = {
  reading: 'Đang đọc', toSettle: 'Chờ giải quyết', refused: 'Không nhận', writing: 'Đang ghi', written: 'Đã nhập', undone: 'Đã rút lại', cancelled: 'Đã dừng',
} as const

/** Where a fact that came by an import comes from, in words. */
export const importBasis = 'Nhập từ danh sách {file}'

/** What a column of a list is read as. */
export const columnNames: Readonly<Record<string, string>> = {
  rowNumber: 'Số thứ tự', systemId: 'Mã hệ thống', employeeCode: 'Mã nhân viên', organisationCode: 'Mã tổ chức cơ sở', organisationName: 'Tổ chức cơ sở đảng', cellCode: 'Mã chi bộ', cellName: 'Chi bộ',
  fullName: 'Họ và tên khai sinh', familyNames: 'Họ và tên đệm', givenName: 'Tên', currentName: 'Họ và tên đang dùng', otherName: 'Tên gọi khác', sex: 'Giới tính', sexTick: 'Giới tính (đánh dấu)',
  bornOn: 'Ngày sinh', bornOnBySex: 'Ngày sinh và giới tính', ethnicity: 'Dân tộc', religion: 'Tôn giáo', identityNumber: 'Số định danh cá nhân', oldIdentityNumber: 'Số CMND cũ',
  cardNumber: 'Số thẻ đảng viên', oldCardNumber: 'Số thẻ cũ', cardAndHistory: 'Số thẻ và số lý lịch', historyNumber: 'Số lý lịch', cardIssuedBy: 'Nơi cấp thẻ', cardIssuedOn: 'Ngày cấp thẻ',
  nativePlace: 'Quê quán', residence: 'Nơi thường trú', birthPlace: 'Nơi sinh', admittedOn: 'Ngày vào Đảng', confirmedOn: 'Ngày chính thức', probationary: 'Đảng viên dự bị', memberKind: 'Loại đảng viên',
  generalEducation: 'Giáo dục phổ thông', professionalEducation: 'Trình độ chuyên môn', learning: 'Trình độ học vấn', politicalTheory: 'Lý luận chính trị',
  professionalTick: 'Trình độ chuyên môn (đánh dấu)', politicsTick: 'Lý luận chính trị (đánh dấu)', partyPosition: 'Chức vụ Đảng', otherPosition: 'Chức vụ khác', status: 'Trạng thái',
  statusOn: 'Ngày của trạng thái', leftStatus: 'Không còn quản lý', departure: 'Đã rời, từ trần', isMember: 'Là đảng viên', phone: 'Điện thoại', email: 'Thư điện tử', abroad: 'Đi nước ngoài', change: 'Thay đổi', mark: 'Đánh dấu đối chiếu', deletion: 'Đề nghị xóa', note: 'Ghi chú',
}

/** What a column may be said to hold, where one name of a field does not do. */
export const assignableNames: Readonly<Record<string, string>> = {
  ...columnNames, 'sexTick:male': 'Giới tính nam (đánh dấu)', 'sexTick:female': 'Giới tính nữ (đánh dấu)', 'bornOnBySex:male': 'Ngày sinh của nam', 'bornOnBySex:female': 'Ngày sinh của nữ',
}

/** Fields of the register that a list may change. */
export const fieldNames: Readonly<Record<string, string>> = {
  ...columnNames, fullName: 'Họ và tên', phone: 'Điện thoại', profession: 'Trình độ chuyên môn', cellCode: 'Chi bộ',
}

export const valueNames: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ', true: 'có', false: 'không' }

export const skippedNames: Readonly<Record<string, string>> = {
  letterhead: 'đầu trang', title: 'tên danh sách', 'filter-line': 'dòng điều kiện', 'number-row': 'dòng số cột', 'group-row': 'dòng tên chi bộ', 'sub-total': 'dòng cộng',
  'repeated-header': 'tiêu đề nhắc lại', blank: 'dòng trống', note: 'ghi chú', signature: 'chỗ ký',
}

/** Kinds of findings, where each stands in a line of its own. */
export const findingKindNames = { error: 'Lỗi', question: 'Câu hỏi', warning: 'Cảnh báo', proposal: 'Đề nghị' } as const

/** What became of a row, in the workbook that goes back. */
export const resultNames = { new: 'mới', changed: 'đã đổi', same: 'giống', doubtful: 'nghi vấn', faulty: 'lỗi' } as const

/** Words of the workbook that goes back to the sender. */
export const reportWords = {
  nothing: 'chưa có',
  covered: '(đang che)',
  leftBlank: 'để trống',
  change: '{field}: trong sổ là {old}, trong tệp là {new}',
  column: 'cột {column}',
  columnNamed: 'cột {column} ({heading})',
  answered: ' → đã trả lời: {answer}',
  accepted: ' → đã nhận',
  written: 'Đã ghi vào sổ',
  waits: 'Chờ: còn đề nghị chưa nhận',
  doubtfulMatch: 'Chờ: khớp với hơn một người, với người khác tên, hoặc với người ở chi bộ khác',
  fileEnd: 'kết quả',
  onlyHereHeadings: ['Họ và tên trong sổ', 'Ngày sinh trong sổ', 'Chi bộ trong sổ'],
  notesHeadings: ['Trang tính', 'Dòng', 'Là gì', 'Nội dung'],
  sheetFinding: '{kind} của trang tính',
  skipped: 'bỏ qua: {kind}',
  number: 'số {number}, {name} lấy ngày {day}',
  preview: 'đọc thử, {name} lấy ngày {day}',
  asOf: 'tính đến {day}',
} as const

/** Answers to what holding a list against the register asks. */
export const keepAsRegistered = 'Giữ như trong sổ'
export const otherPerson = 'Là người khác'
export const thisPerson = 'Là {who}'
export const stillProbationary = 'Còn dự bị'

/** Names of the sheets that a returned workbook carries behind those of the sender, and the first words in them; the reading passes over them. */
export const ownSheets = {
  onlyHere: { name: 'Chỉ có trong sổ', title: 'Đảng viên có trong sổ mà không có trong tệp' },
  notes: { name: 'Ghi chú khi đọc', title: 'Bản trả lại của tệp' },
} as const

/** Headings of the columns that are appended to each table. */
export const resultHeadings = ['Kết quả kiểm tra', 'Chi tiết lỗi', 'Hệ thống đọc là'] as const

/** A sheet that a report of ours added: of our name, with our line above. Sent back to us, it is no list. */
export const isOwnSheet = (name: string, firstText: string): boolean =>
  Object.values(ownSheets).some((own) => own.name === name && firstText.normalize('NFC').startsWith(own.title))
