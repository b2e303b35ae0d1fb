import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  title: 'Chất lượng số liệu', menu: 'Chất lượng số liệu', workTitle: 'Việc làm sạch số liệu', workMenu: 'Làm sạch số liệu', views: 'Cách xem', byUnit: 'Theo tổ chức', byRule: 'Theo lỗi', trend: 'Xu hướng 12 tháng', countedAt: 'Số liệu đếm lúc {moment}, đếm lại mỗi 15 phút.', trendKept: 'Các tháng trước được tính lại mỗi ngày một lần, gần nhất ngày {day}.',
  scoreWord: 'mục đúng', openWord: 'việc phải làm sạch', asideWord: 'ghi “đúng như vậy”', nothingChecked: 'chưa có mục nào để xem',
  formulaTitle: 'Tính thế nào?', formula: 'Điểm = mục đúng ÷ mục đã xem, mỗi mục nhân trọng số của lỗi. {rules} lỗi có mục để xem, {counted} lỗi được tính (trọng số trên 0). Việc đã ghi “đúng như vậy” tính là đúng. Điểm của ngày trước tính theo dữ liệu đã biết đến cuối ngày ấy.',
  formulaSums: 'Ở đây: đã xem {checked} mục, còn {open} việc.',
  colUnit: 'Tổ chức', colScore: 'Điểm', colBar: 'Mục đúng', colOpen: 'Phải làm', colChecked: 'Đã xem', colMissing: 'Thiếu', colImpossible: 'Không thể có', colDisagreeing: 'Không khớp', colStale: 'Đã cũ', groupKinds: 'Việc theo loại', all: 'Cộng', ownCommittee: 'Cấp ủy, tổ chức này',
  colCode: 'Mã', colRule: 'Lỗi', colKind: 'Loại', colWeight: 'Trọng số', colAside: 'Đúng như vậy', colMonth: 'Tính đến', colChange: 'So với tháng trước', unitsEmpty: 'Chưa có tổ chức nào.',
  actWeights: 'Sửa trọng số', weightsTitle: 'Sửa trọng số', weightOf: '{code} · {name}', weightHint: 'Từ 0 (không tính) đến 10.', weightWrong: '{code}: ghi số từ 0 đến 10.', weightsSame: 'Chưa sửa trọng số nào.', weightsDone: 'Đã sửa {n} trọng số.', save: 'Ghi',
  workSummary: '{total} việc · {people} người, tổ chức', workHint: 'Sửa ở nơi ghi trong cột Cần làm; sửa xong, việc tự mất. Không sai thì ghi “đúng như vậy” kèm lý do.', workEmpty: 'Không có việc nào.', partsSummary: '{total} việc, đếm lúc {moment}', partsHint: 'Tổ chức lớn: chọn một tổ chức trong bảng để xem từng việc, tìm tên, in và xuất.', colFaults: 'Số việc', notCounted: 'chưa đếm', listOf: 'Ở: {place}',
  filterPlace: 'Tổ chức', filterKind: 'Loại', filterRule: 'Lỗi', filterState: 'Trạng thái', filterSearch: 'Tìm tên', stateAside: 'Đã ghi đúng như vậy', stateAll: 'Tất cả',
  colName: 'Họ và tên, tổ chức', colPlace: 'Nơi', colWhat: 'Sai gì', colTodo: 'Cần làm', colAct: 'Không sai?',
  actAside: 'Đúng như vậy', asideTitle: 'Ghi “đúng như vậy”', asideReason: 'Vì sao số liệu này đúng', asideHint: 'Ai ghi, lúc nào được giữ lại. Số liệu đổi thì việc hiện lại.', asideDone: 'Đã ghi “đúng như vậy”: {name}.', asideSaid: 'Đúng như vậy: {reason} ({by}, {day})', unknownWriter: 'chưa rõ ai', actLift: 'Bỏ ghi', liftDone: 'Đã bỏ ghi; việc hiện lại.',
  pocketTitle: 'Làm sạch số liệu', pocketSummary: '{total} việc của {people} người, tổ chức.', pocketMore: 'Xem thêm {n} việc', pocketDone: 'Số liệu chi bộ không còn việc nào.', pocketSend: 'Ghi đúng như vậy',
} as const

export type Word = keyof typeof words

export const word = (key: Word, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)
