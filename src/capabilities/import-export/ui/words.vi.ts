import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. `{…}` is filled in by `word`. */
export const words = {
  menu: 'Nhập danh sách',
  title: 'Nhập danh sách từ Excel',
  pageTitle: 'Nhập danh sách: {organisation}',
  newTitle: 'Nhập danh sách: chọn tệp',
  empty: 'Chưa có lần nhập nào. Nhận tệp .xlsx, .xls, .ods đến 20 MB.',
  choose: 'Chọn tệp',
  read: 'Đọc thử',
  readAgain: 'Đọc lại',
  asOf: 'tính đến {day}',
  nothingWritten: 'chưa ghi gì vào sổ',
  writtenOn: 'đã nhập {moment}',
  undoneOn: 'đã rút lại {moment}',
  same: 'Tệp này giống lần nhập {day}.',
  sameNothing: 'Tệp này giống lần nhập {day}. Không có gì thay đổi.',

  listCaption: 'Các lần nhập danh sách',
  columnFile: 'Tệp',
  columnOrganisation: 'Đảng bộ',
  columnBy: 'Người nhập',
  columnOn: 'Ngày nhập',
  columnAsOf: 'Tính đến',
  columnRows: 'Số dòng',
  columnState: 'Trạng thái',
  columnUndo: 'Rút lại',

  steps: 'Các bước nhập danh sách',
  stepChoose: 'Chọn tệp',
  stepHeadings: 'Tiêu đề nhận ra',
  stepSettle: 'Giải quyết',
  stepWrite: 'Nhập',
  stepResult: 'Kết quả',

  file: 'Tệp danh sách đảng viên',
  fileHint: 'Tệp .xlsx, .xls, .ods đến 20 MB. Chưa ghi gì vào sổ ở bước này.',
  fileMissing: 'Chưa chọn tệp.',
  organisation: 'Danh sách của',
  organisationHint: 'Để trống thì đọc tên đảng bộ ở đầu trang của danh sách.',
  asOfField: 'Danh sách tính đến ngày',
  asOfHint: 'Để trống thì lấy ngày ghi trong tệp. Ví dụ: 28/09/2018',
  asOfLate: 'Ngày {day} còn ở phía trước.',
  storing: 'Đang gửi tệp lên máy chủ…',
  reading: 'Đang đọc {file} và đối chiếu với sổ…',
  readingHint: 'Danh sách cả huyện cần khoảng một phút. Rời trang này thì việc đọc vẫn tiếp tục.',
  readingElsewhere: 'Tệp đang được đọc. Trang này tự tải lại khi đọc xong.',
  stopReading: 'Dừng đọc',
  stopped: 'Đã dừng đọc {file}. Chưa ghi gì vào sổ.',
  readingAgain: 'Đang đọc lại với những điều vừa giải quyết…',
  refused: 'Không nhận được tệp này',
  refusedTodo: 'Chọn tệp khác, hoặc sửa tệp rồi chọn lại.',
  cancelledNote: 'Lần đọc này đã dừng, chưa ghi gì vào sổ.',
  chooseOther: 'Chọn tệp khác',
  factFile: 'Tệp',
  factFor: 'Đọc cho',
  factLayout: 'Mẫu nhận ra',
  factRows: 'Dòng đảng viên',
  factBy: 'Người nhập',
  drop: 'Bỏ lần đọc này',
  dropped: 'Đã bỏ lần đọc {file}. Chưa ghi gì vào sổ.',

  figures: 'Kết quả đọc thử',
  figureRows: 'dòng đảng viên',
  figureClean: 'không có nhận xét',
  figureNew: 'mới',
  figureChanged: 'có thay đổi',
  figureSame: 'không đổi',
  figureDoubtful: 'nghi ngờ',
  figureFaulty: 'lỗi',
  figureOnlyHere: 'chỉ có trong sổ',

  sheetRows: '{rows} dòng đảng viên, bỏ qua {skipped} dòng',
  sheetNoList: 'không có danh sách',
  headingsCaption: 'Trang tính {sheet}: 15 dòng đầu, dòng tiêu đề và mục nhận ra',
  readAs: 'Nhận là',
  headingMark: 'tiêu đề',
  rowHead: 'Dòng',
  notUsed: 'không dùng',
  unusedNote: '{used} cột được đọc, {unused} cột không dùng',
  skippedTitle: 'Dòng không phải đảng viên đã bỏ qua: {n}',
  skippedCaption: 'Những dòng đã bỏ qua của trang tính',
  skippedText: 'Nội dung',
  skippedKind: 'Loại dòng',
  blankSkipped: 'và {n} dòng trống',
  continue: 'Tiếp tục',

  remarked: '{n} dòng có nhận xét',
  noFindings: 'Không có nhận xét nào. Danh sách sẵn sàng để nhập.',
  groupsLabel: 'Các nhóm nhận xét',
  groupKind: '{kind}: {n}',
  groupDone: 'đã giải quyết',
  groupLeft: 'để lại',
  groupRows: '{n} dòng',
  openLine: 'Còn {what} phải giải quyết trước khi nhập.',
  openQuestions: '{n} câu hỏi',
  openProposals: '{n} đề nghị',
  and: ' và ',
  errorsMayWait: ' {n} dòng lỗi được để chờ.',
  nothingOpen: 'Không còn câu hỏi, đề nghị nào phải giải quyết.',
  leave: 'Để lại',
  unleave: 'Không để lại',
  leaveHint: 'Những dòng để lại sẽ chờ, không được nhập.',
  acceptColumn: 'Nhận cả cột ({n} dòng)',
  dropColumn: 'Thôi nhận cả cột',
  acceptOne: 'Nhận',
  acceptOneOf: 'Nhận dòng {row}',
  editOne: 'Sửa',
  editOneOf: 'Sửa dòng {row}',
  willAccept: 'sẽ nhận',
  willBe: 'sẽ là {value}',
  accepted: 'đã nhận',
  answered: 'đã trả lời: {value}',
  notTaken: 'Câu trả lời “{value}” không hợp với mục này.',
  undoDraft: 'Bỏ',
  undoDraftOf: 'Bỏ chọn ở dòng {row}',
  drafts: 'Đã chọn cho {n} dòng, chưa đọc lại.',
  applyDrafts: 'Ghi {n} dòng đã chọn',
  dropDrafts: 'Bỏ chọn tất cả',
  columnAnswer: 'Trả lời cả cột',
  columnAnswerRaw: 'Ô ghi “{raw}” ({n} dòng)',
  columnAnswerBlank: 'Ô để trống ({n} dòng)',
  applyColumn: 'Trả lời cả cột ({n} dòng)',
  answerOf: 'Trả lời cho dòng {row}',
  chooseAnswer: 'Chọn…',
  leaveBlank: 'Để trống',
  otherAnswer: 'Ghi khác…',
  ownAnswer: 'Giá trị đúng, dòng {row}',
  ownDateHint: 'Ví dụ: 05/10/1962, 10/1962 hoặc 1962',
  wrongDate: '“{text}” không phải là ngày, tháng/năm hoặc năm.',
  take: 'Ghi',
  notNow: 'Thôi',
  noReading: 'chưa đọc được',
  asWritten: 'giữ như đã ghi',
  blank: 'ô trống',
  findingRow: 'Dòng',
  findingName: 'Họ và tên',
  findingCell: 'Chi bộ',
  findingRaw: 'Nguyên văn, cột {column}',
  findingRawAny: 'Nguyên văn',
  findingRead: 'Đọc là',
  findingBasis: 'Căn cứ',
  findingAct: 'Giải quyết',
  noName: 'không có tên',
  findingsCaption: '{title}: {n} dòng',
  warningTaken: 'Được nhận như đã ghi; nhận xét đi theo dòng.',
  errorWaits: 'Giữ nguyên văn; dòng chờ đến khi được sửa ở đây hoặc trong tệp.',
  questionWaits: 'Chưa chọn sẵn cách đọc nào; dòng chờ câu trả lời.',
  printFindings: 'In nhận xét',
  more: 'Xem thêm {n}',

  rowsTitle: '{n} dòng {what}',
  rowsBack: 'Về bước {step}',
  rowsCaption: 'Trong sổ và trong tệp',
  rowOutcome: 'Kết quả',
  rowField: 'Mục',
  rowOld: 'Trong sổ',
  rowChecked: 'Phần mềm 4.0 kiểm tra', rowNew: 'Trong tệp',
  rowsEmpty: 'Không có dòng nào.',
  rowWaits: 'Chờ: {why}',
  doubtMatch: 'Khớp với hơn một người, với người khác tên, hoặc với người ở chi bộ khác; cần xem lại rồi làm riêng.',
  openPerson: 'Xem trong sổ',
  onlyHereCaption: 'Đảng viên có trong sổ mà không có trong tệp',
  onlyHereNote: 'Lần nhập này không thay đổi gì ở những người này.',
  bornOn: 'Ngày sinh',
  fieldNothing: 'chưa có',

  commitTitle: 'Kiểm tra trước khi ghi',
  commitCheck: 'Ghi {new} người mới, sửa {changed} người, bỏ qua {same} dòng không đổi. Rút lại được cả lần nhập.',
  commitWaiting: '{n} dòng chờ, không được ghi lần này: {why}.',
  waitingFaulty: '{n} dòng lỗi',
  waitingDoubtful: '{n} dòng nghi ngờ hoặc còn câu hỏi',
  waitingProposals: '{n} dòng còn đề nghị chưa nhận',
  commitNone: 'Không có dòng nào để ghi.',
  commitNoneTodo: 'Trả lời câu hỏi, nhận đề nghị ở bước Giải quyết, hoặc sửa tệp rồi chọn lại.',
  commit: 'Nhập {n} dòng',
  backToSettle: 'Về bước Giải quyết',
  writing: 'Đang ghi vào sổ…',
  factNew: 'Người mới',
  factChanged: 'Người được sửa',
  factSame: 'Dòng không đổi, bỏ qua',
  factWaiting: 'Dòng còn chờ',
  factOnlyHere: 'Chỉ có trong sổ',
  conflictTodo: 'Số liệu đã được tải lại; xem lại các số rồi bấm Nhập.',

  resultWritten: 'Đã nhập {new} người mới, sửa {changed} người.',
  resultUndone: 'Lần nhập này đã rút lại.',
  resultNotYet: 'Chưa nhập.',
  undo: 'Rút lại lần nhập',
  undoCheck: 'Rút lại lần nhập ngày {day}: {n} thay đổi trở về như trước. Mục nào đã sửa sau đó được giữ và liệt kê.',
  undoDone: 'Đã rút lại: {n} thay đổi trở về như trước.',
  undoKept: '{n} người được giữ lại trong sổ',
  undoKeptNone: 'Không có gì phải giữ lại.',
  undoKeptWhy: 'Vì sao được giữ',
  undoing: 'Đang rút lại…',
  notUndo: 'Không rút lại',
} as const

export const word = (key: keyof typeof words, fillings?: Readonly<Record<string, string | number>>): string => fill(words[key], fillings)

export const kindNames = { error: 'Lỗi', question: 'Câu hỏi', warning: 'Cảnh báo', proposal: 'Đề nghị' } as const

export const outcomeNames = { new: 'Mới', changed: 'Có thay đổi', same: 'Không đổi', doubtful: 'Nghi ngờ', faulty: 'Lỗi', onlyHere: 'Chỉ có trong sổ' } as const

export const layoutNames: Readonly<Record<string, string>> = {
  'danh-sach': 'danh sách một dòng tiêu đề', 'xa-hai-dong-tieu-de': 'mẫu xã, hai dòng tiêu đề', 'mau-37-cot': 'mẫu 37 cột', 'nhap-lieu-4.0': 'tệp nhập liệu 4.0',
  huyen: 'danh sách cả huyện', 'doi-chieu': 'danh sách đối chiếu',
}

export const skippedNames: Readonly<Record<string, string>> = {
  letterhead: 'đầu trang', title: 'tên danh sách', 'filter-line': 'dòng điều kiện', 'number-row': 'dòng số cột', 'group-row': 'dòng tên chi bộ', 'sub-total': 'dòng cộng',
  'repeated-header': 'tiêu đề nhắc lại', blank: 'dòng trống', note: 'ghi chú', signature: 'chỗ ký',
}

/** What a column of a list is read as. */
export const columnNames: Readonly<Record<string, string>> = {
  rowNumber: 'Số thứ tự', systemId: 'Mã hệ thống', employeeCode: 'Mã nhân viên', organisationCode: 'Mã tổ chức cơ sở', organisationName: 'Tổ chức cơ sở đảng', cellCode: 'Mã chi bộ', cellName: 'Chi bộ',
  fullName: 'Họ và tên khai sinh', familyNames: 'Họ và tên đệm', givenName: 'Tên', currentName: 'Họ và tên đang dùng', otherName: 'Tên gọi khác', sex: 'Giới tính', sexTick: 'Giới tính (đánh dấu)',
  bornOn: 'Ngày sinh', bornOnBySex: 'Ngày sinh và giới tính', ethnicity: 'Dân tộc', religion: 'Tôn giáo', identityNumber: 'Số định danh cá nhân', oldIdentityNumber: 'Số CMND cũ',
  cardNumber: 'Số thẻ đảng viên', oldCardNumber: 'Số thẻ cũ', cardAndHistory: 'Số thẻ và số lý lịch', historyNumber: 'Số lý lịch', cardIssuedBy: 'Nơi cấp thẻ', cardIssuedOn: 'Ngày cấp thẻ',
  nativePlace: 'Quê quán', residence: 'Nơi thường trú', birthPlace: 'Nơi sinh', admittedOn: 'Ngày vào Đảng', confirmedOn: 'Ngày chính thức', probationary: 'Đảng viên dự bị', memberKind: 'Loại đảng viên',
  generalEducation: 'Giáo dục phổ thông', professionalEducation: 'Trình độ chuyên môn', learning: 'Trình độ học vấn', politicalTheory: 'Lý luận chính trị',
  professionalTick: 'Trình độ chuyên môn (đánh dấu)', politicsTick: 'Lý luận chính trị (đánh dấu)', partyPosition: 'Chức vụ Đảng', otherPosition: 'Chức vụ khác', status: 'Trạng thái',
  statusOn: 'Ngày của trạng thái', phone: 'Điện thoại', email: 'Thư điện tử', abroad: 'Đi nước ngoài', change: 'Thay đổi', deletion: 'Đề nghị xóa', note: 'Ghi chú',
}

/** Fields of the register that a list may change. */
export const fieldNames: Readonly<Record<string, string>> = {
  ...columnNames, fullName: 'Họ và tên', phone: 'Điện thoại', profession: 'Trình độ chuyên môn', cellCode: 'Chi bộ',
}

/** Parts of a reading that puts one cell into several fields. */
export const readPartNames: Readonly<Record<string, string>> = {
  otherName: 'tên gọi khác', historyNumber: 'số lý lịch', field: 'ngành', decision: 'số quyết định', date: 'ngày', reason: 'lý do', oldIdNumber: 'Số CMND cũ',
}

export const valueNames: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ', true: 'có', false: 'không' }
export const probationChoices = { true: 'Là đảng viên dự bị', false: 'Là đảng viên chính thức' } as const
export const sexChoices = ['Nam', 'Nữ'] as const

/** What was built on a new person since, by what holds it. */
export const keptReasons: Readonly<Record<string, string>> = {
  'members.post': 'đã được ghi chức vụ', 'members.placement': 'đã chuyển chi bộ', 'members.status': 'đã đổi trạng thái', 'members.membership': 'đã sửa việc vào Đảng',
  'members.absence': 'đã ghi đi làm xa', 'members.account_person': 'đã có tài khoản',
}
export const keptOtherwise = 'đã có hồ sơ, việc ghi sau lần nhập'

/** What is proposed, without the words “đề nghị” before it. */
export const withoutProposal = (text: string): string => text.replace(/^đề nghị /, '')

/** A heading that speaks of probation. */
export const speaksOfProbation = (heading: string): boolean => /dự bị/i.test(heading)
