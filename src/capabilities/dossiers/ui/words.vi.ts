import { fill } from '../../../platform/ui-kit/index.ts'
import type { MatchDoubt, MatchOutcome } from '../codes.ts'

/** Words of the screens of this room. */
const words = {
  menu: 'Hồ sơ giấy', print: 'In trang này', memberPage: 'Trang đảng viên', title: 'Hồ sơ giấy của đảng viên', dossier: 'Hồ sơ đảng viên', byUnit: 'Theo tổ chức', byMember: 'Theo đảng viên', views: 'Cách xem',
  summaryList: '{total} đảng viên · {opened} đã lập hồ sơ · {complete} hồ sơ đủ', summaryPapers: '{present} / {required} tài liệu phải có ({share})',
  listHint: 'Không có, có lý do: tính riêng, không tính là thiếu.', listEmpty: 'Chưa có đảng viên nào.',
  colName: 'Họ và tên', colBorn: 'Sinh', colCell: 'Chi bộ', colState: 'Tình trạng', colPapers: 'Đã có', colMissing: 'Còn thiếu', colPlace: 'Nơi để', colUnit: 'Tổ chức',
  colMembers: 'Đảng viên', colOpened: 'Đã lập', colComplete: 'Đủ', colShare: 'Tỷ lệ', all: 'Cộng',
  stateNone: 'Chưa lập hồ sơ', stateComplete: 'Đủ', stateIncomplete: 'Thiếu {n}', missingMore: '{names} và {n} tài liệu nữa',
  filterPlace: 'Tổ chức', filterState: 'Tình trạng', filterMissing: 'Thiếu tài liệu', filterSearch: 'Tìm tên', choiceNone: 'Chưa lập', choiceIncomplete: 'Còn thiếu', choiceComplete: 'Đủ',
  loans: 'Hồ sơ cho mượn', handovers: 'Bàn giao hồ sơ', bulkScans: 'Nhận bản quét',

  notOpened: 'Chưa lập hồ sơ giấy cho đảng viên này.', actOpen: 'Lập hồ sơ', openDone: 'Đã lập hồ sơ; nhận {n} tài liệu từ hồ sơ kết nạp.', openedOn: 'Ngày lập', room: 'Phòng', cabinet: 'Tủ', box: 'Hộp', folder: 'Số hồ sơ',
  basis: 'Căn cứ', keeper: 'Nơi giữ', whereItLies: 'Nơi để', noPlace: 'chưa ghi', opened: 'Lập ngày', events: 'Việc đã xảy ra', noEvents: 'Chưa ghi việc nào.', eventsHint: 'Mỗi việc cần tài liệu riêng. Việc đã có trong sổ (kỷ luật, miễn sinh hoạt…) được tính sẵn.',
  fromRegister: 'theo sổ đảng viên', actDescribe: 'Sửa nơi để, việc đã xảy ra', describeDone: 'Đã ghi nơi để và việc đã xảy ra.', toTakeIn: 'Có {n} tài liệu trong hồ sơ kết nạp chưa đưa vào hồ sơ giấy.', actTakeIn: 'Nhận tài liệu', takenIn: 'Đã nhận {n} tài liệu.',
  checklist: 'Tài liệu', complete: 'Hồ sơ đủ', present: 'đã có {present}/{required}', absentCount: '{n} không có, có lý do', colDocument: 'Tài liệu', colNumber: 'Số, ngày', colWhere: 'Nơi để, bản quét', colAct: 'Việc', because: 'Cần vì: {reason}', forYear: 'năm {year}',
  inferred: 'suy từ danh mục số hóa, cần đối chiếu', formUnconfirmed: 'cần đối chiếu', notRequired: 'không bắt buộc', dated: 'ngày {day}', datedMonth: 'tháng {day}', datedYear: 'năm {day}', pages: '{n} trang', orAlso: 'hoặc: {titles}',
  lentTo: 'Đang cho mượn: {borrower}, hẹn trả {day}', fromAdmission: 'từ hồ sơ kết nạp', former: '{n} lần ghi trước', formerLine: '{state}, {by}, {at}', unknownWriter: 'chưa rõ người ghi',
  actRecord: 'Ghi tài liệu', actRecordOther: 'Ghi tài liệu khác', actAbsent: 'Không có, có lý do', actCorrect: 'Sửa', actMark: 'Ghi tình trạng', actLend: 'Cho mượn', actLendAll: 'Cho mượn cả hồ sơ', actRemake: 'Khôi phục', actScans: 'Thêm bản quét', open: 'Mở', addScans: 'Thêm bản quét',
  documentType: 'Loại tài liệu', number: 'Số, ký hiệu', datedOn: 'Ngày trên tài liệu', pageCount: 'Số trang', place: 'Nơi để riêng', decision: 'Văn bản làm căn cứ', decisionHint: 'Số, ngày, cơ quan; không có văn bản thì tài liệu là còn thiếu.', note: 'Ghi chú', recordDone: 'Đã ghi {title}.', correctDone: 'Đã sửa {title}.', markDone: 'Đã ghi tình trạng {title}.', state: 'Tình trạng',
  moveScan: 'Để sang tài liệu khác', moveScanDone: 'Đã chuyển bản quét.', scanPages: '{n} trang', scanPart: 'phần {n}', readNeedsRight: 'Vai trò này không mở bản quét.',

  dropTitle: 'Thả tệp hoặc thư mục vào đây', dropHint: 'Nhiều tệp một lần; PDF hoặc ảnh, mỗi tệp nhiều nhất {mb} MB. Tên theo danh mục số hóa ([12 số]_[Họ tên]/NN.tên.pdf) hoặc tên tài liệu thường. Chưa giữ gì cho đến khi bấm nút.', chooseFiles: 'Chọn tệp', chooseFolder: 'Chọn thư mục',
  matching: 'Đang đọc tên tệp', previewTitle: 'Xem trước', scanFiles: 'Tệp quét', why: 'Vì sao cần', colFile: 'Tệp', colMatch: 'Kết quả', colWho: 'Đảng viên', colType: 'Tài liệu', keepThem: 'Giữ {n} bản quét', keeping: 'Đang giữ bản quét', openScan: 'Mở bản quét {name}', filesUnit: 'tệp', changeType: 'Đổi', changeTypeOf: 'Đổi tài liệu: {file}', takeDoubtful: 'Chọn cả {n} tệp cần xem lại đã rõ người, tài liệu', notKept: 'Không giữ được', stillToKeep: 'Còn {n} tệp chưa giữ.', keptCount: 'Đã giữ {kept}; {here} đã có từ trước; {failed} không giữ được.', startAgain: 'Bỏ danh sách này',
  kept: 'Đã giữ', keepIt: 'Giữ', closeForm: 'Đóng', wasHere: 'Đã có, không chép lại', chooseType: 'Chọn loại', choosePerson: 'Chọn người', notOpenedYet: 'chưa lập hồ sơ', unknownPerson: 'chưa rõ ai', scansTitle: 'Nhận bản quét', scansIntro: 'Bản gốc của tệp không bị đổi. Thả lại cùng tệp không chép hai lần.', noneToKeep: 'Chưa có tệp nào đủ người và loại tài liệu.', fileKinds: 'Bỏ qua {n} tệp không phải PDF hoặc ảnh.',

  loansTitle: 'Hồ sơ cho mượn', loansOpen: 'Đang cho mượn', loansLate: 'Quá hẹn', loansAll: 'Tất cả', loanLate: 'Quá hẹn từ {day}', loanOpen: 'Hẹn trả {day}', loanBack: 'Đã trả {day}', colWhat: 'Cho mượn', colBorrower: 'Người mượn', colPurpose: 'Để làm gì', colLent: 'Ngày mượn', wholeDossier: 'Cả hồ sơ', loansEmpty: 'Không có hồ sơ nào đang cho mượn.', loansSummary: '{n} lượt cho mượn · {late} quá hẹn',
  borrower: 'Người mượn, nơi mượn', purpose: 'Để làm gì', lentOn: 'Ngày mượn', dueOn: 'Hẹn trả', lendDone: 'Đã ghi cho {borrower} mượn.', actReturn: 'Ghi đã trả', returnDone: 'Đã ghi trả.', loansOfDossier: 'Cho mượn', noLoans: 'Chưa cho mượn lần nào.',

  handoversTitle: 'Bàn giao hồ sơ', handoverTitle: 'Danh sách bàn giao hồ sơ', actHandOver: 'Bàn giao', fromKeeper: 'Nơi giao', toKeeper: 'Nơi nhận trong tỉnh', toName: 'Nơi nhận ngoài tỉnh', toHint: 'Chọn một tổ chức, hoặc ghi tên nơi nhận ngoài tỉnh.', handedOn: 'Ngày bàn giao', handedBy: 'Người giao', receivedBy: 'Người nhận', colFrom: 'Giao', colTo: 'Nhận', colOn: 'Ngày', colCount: 'Hồ sơ', handoversEmpty: 'Chưa bàn giao lần nào. Khi hồ sơ chuyển sang nơi giữ khác, cán bộ giữ hồ sơ bấm “Bàn giao” để ghi, rồi in danh sách có chữ ký hai bên.', handedOver: 'Đã ghi bàn giao {n} hồ sơ.',
  handoverAll: 'Bàn giao mọi hồ sơ nơi giao đang giữ.', leaveLent: 'Để lại hồ sơ đang cho mượn', colOrdinal: 'TT', colPaperCount: 'Tài liệu', colPageCount: 'Trang', outside: '{n} hồ sơ nay ngoài phạm vi, không nêu tên.', sign: 'Ký, ghi rõ họ tên', handoverNote: '{from} giao {to}, ngày {day}. Căn cứ: {basis}.', handoverTotal: 'Cộng {n} hồ sơ',

  remakings: 'Khôi phục tài liệu mất', statedOn: 'Ngày tường trình', statement: 'Đảng viên tường trình', actConfirm: 'Ghi cấp ủy xác nhận', confirmedOn: 'Ngày xác nhận', confirmBasis: 'Văn bản xác nhận', actFinish: 'Ghi đã thay tài liệu', finishedOn: 'Ngày thay', remakeDone: 'Đã ghi tường trình.', confirmDone: 'Đã ghi xác nhận.', finishDone: 'Đã khôi phục.', wholeLost: 'Cả hồ sơ', actRemakeAll: 'Mất cả hồ sơ',

  inspectionsMenu: 'Kiểm tra hồ sơ', inspectionsTitle: 'Kiểm tra việc giữ hồ sơ đảng viên', inspection: 'Cuộc kiểm tra hồ sơ', actPlan: 'Lập cuộc kiểm tra', organisation: 'Nơi được kiểm tra', decisionNumber: 'Số quyết định', decidedOn: 'Ngày quyết định', fromDay: 'Từ ngày', untilDay: 'Đến ngày', sampling: 'Cách chọn hồ sơ', sampleSize: 'Số', planDone: 'Đã lập cuộc kiểm tra.',
  inspectionsEmpty: 'Chưa có cuộc kiểm tra nào.', colDecision: 'Quyết định', colPeriod: 'Thời gian', colSample: 'Hồ sơ đã xem', colFindings: 'Thiếu sót', colMended: 'Đã khắc phục', running: 'Đang kiểm tra', closed: 'Kết thúc {day}', lateFindings: '{n} quá hạn khắc phục',
  byKind: 'Thiếu sót theo loại, qua các năm', kind: 'Loại thiếu sót', openCount: 'Chưa khắc phục', byKindBars: 'Số lần gặp mỗi loại', noFindings: 'Chưa ghi thiếu sót nào.', total: 'Cộng',
  actDraw: 'Chọn hồ sơ', drawDone: 'Đã chọn {n} hồ sơ.', addPerson: 'Thêm đảng viên vào danh sách', addThem: 'Thêm', sample: 'Danh sách hồ sơ kiểm tra', sampleNote: 'đã xem {examined}/{drawn}', sampleEmpty: 'Chưa chọn hồ sơ nào.', examined: 'Đã xem {day}', notExamined: 'Chưa xem', actExamined: 'Không có thiếu sót', examinedDone: 'Đã ghi xem hồ sơ của {name}.', actFinding: 'Ghi thiếu sót',
  findingNote: 'Thiếu sót cụ thể', guidance: 'Hướng dẫn khắc phục', mendBy: 'Khắc phục đến ngày', findingDone: 'Đã ghi thiếu sót.', mendLate: 'Quá hạn {day}', mendUntil: 'Đến {day}', mended: 'Đã khắc phục {day}', actMend: 'Ghi đã khắc phục', mendedOn: 'Ngày khắc phục', mendedNote: 'Đã làm gì', mendDone: 'Đã ghi khắc phục.', actClose: 'Kết thúc kiểm tra', closedOn: 'Ngày kết thúc', conclusion: 'Kết luận', closeDone: 'Đã kết thúc cuộc kiểm tra.',
  plan: 'Kế hoạch', committee: 'Cấp kiểm tra', aboutDocument: 'Về tài liệu', openDossier: 'Mở hồ sơ', noDocument: 'cả hồ sơ', actOtherFinding: 'Ghi thêm thiếu sót',
} as const

export type Word = keyof typeof words

export const word = (key: Word, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)

export const outcomeNames: Readonly<Record<MatchOutcome, string>> = { matched: 'Khớp', doubtful: 'Cần xem lại', unknown: 'Chưa rõ', alreadyHere: 'Đã có' }

export const doubtNames: Readonly<Record<MatchDoubt, string>> = {
  noPerson: 'không rõ đảng viên', severalPeople: 'nhiều người cùng tên', personByNameOnly: 'chỉ theo họ tên', otherPerson: 'tên tệp chỉ người khác', noType: 'không rõ loại tài liệu', typesDisagree: 'số và tên tài liệu không khớp',
}

/** The unit of the number that goes with a way of choosing. */
/** How many dossiers a way of choosing takes. */
export const sampleNotes: Readonly<Record<string, string>> = { everyNth: 'cứ {n} hồ sơ lấy một', perCell: '{n} hồ sơ mỗi chi bộ', neverInspected: 'nhiều nhất {n} hồ sơ' }

export const sizeHints = { everyNth: 'Cứ bao nhiêu hồ sơ lấy một', perCell: 'Mỗi chi bộ bao nhiêu hồ sơ', neverInspected: 'Nhiều nhất bao nhiêu hồ sơ' } as const

