import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens about members away. */
const words = {
  title: 'Đảng viên đi làm xa', summary: '{away} người đi xa · {lapsed} hết hạn được vắng · {temporary} nên chuyển tạm thời · {lasting} nên chuyển chính thức', views: 'Cách xem', all: 'Tất cả', lapsed: 'Hết hạn được vắng', temporary: 'Nên chuyển tạm thời', lasting: 'Nên chuyển chính thức', filterPlace: 'Tổ chức', byCell: 'Tỷ lệ theo chi bộ',
  colName: 'Đảng viên', colCell: 'Chi bộ', colPlace: 'Đang ở', colWork: 'Làm gì', colSince: 'Từ', colPhone: 'Điện thoại', colExcused: 'Được vắng đến', colContact: 'Người giữ liên lạc', colMembers: 'Đảng viên', colAway: 'Đi xa', colLapsed: 'Hết hạn', colShare: 'Tỷ lệ', sum: 'Cộng',
  excusedNone: 'chưa xin vắng', excusedLapsed: 'hết hạn {day}', empty: 'Không có ai.', rule: 'Sinh hoạt tạm thời, {value}. Đi xa đủ thời gian ấy thì làm thủ tục chuyển tạm thời.', ruleLasting: 'Sinh hoạt tạm thời, {value}. Đi xa lâu hơn thì chuyển chính thức; người đi học tập trung thì xét theo thời gian học.', toTransfer: 'Đề nghị chuyển',
  ask: 'Hỏi lại người hết hạn', askLead: 'Chỉ hỏi người đã hết hạn được vắng.', newEnd: 'Được vắng đến ngày', place: 'Đang ở', phone: 'Số điện thoại', save: 'Ghi', saved: 'Đã ghi: {name}.', askEmpty: 'Không có ai hết hạn được vắng.', through: 'Hỏi qua: {name}', isBack: 'Đã về',
} as const

export const awayWord = (key: keyof typeof words, fillings?: Record<string, string | number>): string => fill(words[key], fillings)
