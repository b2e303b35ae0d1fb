import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens about members away. */
const words = {
  title: 'Đảng viên đi làm xa', summary: '{away} người đi xa · {lapsed} hết hạn được vắng · {temporary} nên chuyển sinh hoạt tạm thời', views: 'Cách xem', all: 'Tất cả', lapsed: 'Hết hạn được vắng', temporary: 'Nên chuyển tạm thời', byCell: 'Tỷ lệ theo chi bộ',
  colName: 'Đảng viên', colCell: 'Chi bộ', colPlace: 'Đang ở', colWork: 'Làm gì', colSince: 'Từ', colPhone: 'Điện thoại', colExcused: 'Được vắng đến', colContact: 'Người giữ liên lạc', colMembers: 'Đảng viên', colAway: 'Đi xa', colLapsed: 'Hết hạn', colShare: 'Tỷ lệ', sum: 'Cộng',
  excusedNone: 'chưa xin vắng', excusedLapsed: 'hết hạn {day}', empty: 'Không có ai.', rule: 'Đi xa đủ {value}: làm thủ tục chuyển sinh hoạt tạm thời.', toTransfer: 'Đề nghị chuyển',
  ask: 'Hỏi lại người hết hạn', askLead: 'Chỉ hỏi người đã hết hạn được vắng.', newEnd: 'Được vắng đến ngày', place: 'Đang ở', phone: 'Số điện thoại', save: 'Ghi', saved: 'Đã ghi: {name}.', askEmpty: 'Không có ai hết hạn được vắng.', through: 'Hỏi qua: {name}', isBack: 'Đã về',
} as const

export const awayWord = (key: keyof typeof words, fillings?: Record<string, string | number>): string => fill(words[key], fillings)
