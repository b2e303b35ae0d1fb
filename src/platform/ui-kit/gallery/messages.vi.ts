/** Invented people, places and figures of the gallery. */
export const district = 'Đảng bộ huyện Bắc Quang'

export const crumbs = ['Huyện Bắc Quang', 'Xã Quang Minh', 'Chi bộ Thôn Khun Luông', 'Hoàng Thị Nhung']

export const w = {
  list: 'Việc cần làm – Thứ Hai, 08/10/2018',
  print: 'In phiếu nhắc',
  remind: 'Gửi nhắc việc',
  assign: 'Giao việc',
  late: 'quá hạn',
  today: 'đến hạn hôm nay',
  soon: 'trong 30 ngày tới',
  lastWeek: 'Tuần trước nhắc 31 việc: 19 đã làm, 12 chưa chuyển biến',
  kind: 'Loại việc',
  lateRow: 'Quá hạn',
  soonRow: 'Trong 30 ngày tới',
  term: 'Thời hạn',
  work: 'Việc',
  person: 'Người',
  place: 'Chi bộ – đảng bộ',
  next: 'Việc tiếp theo',
  owner: 'Người làm',
  reminded: 'Đã nhắc',
  party: 'Đảng bộ',
  cell: 'Nhóm theo chi bộ',
  name: 'Họ và tên',
  latestFirst: 'Chậm nhất lên đầu trong mỗi nhóm',
  lateGroup: 'Quá hạn: 47',
  todayGroup: 'Đến hạn hôm nay: 3',
  never: 'chưa nhắc',
  file: 'Hoàng Thị Nhung (1994)',
  fileState: 'Đảng ủy cơ sở đã thông qua, Ban Tổ chức đang kiểm tra',
  fileAct: 'Hồ sơ có 2 điểm cần bổ sung: trả lại Chi bộ Thôn Khun Luông',
  fileDue: 'Hạn quyết định 29/10/2018, còn 15 ngày làm việc.',
  fileNotYet: 'Chưa trình được ban thường vụ vì còn 2 tài liệu chưa đạt.',
  extend: 'Gia hạn xem xét',
  giveBack: 'Trả lại hồ sơ (2 lý do)',
  documents: 'Tài liệu',
  documentsNote: 'đạt 6/8 tài liệu phải có đến bước này',
  state: 'Tình trạng',
  form: 'Mẫu',
  signed: 'Ngày ký',
  pages: 'Trang',
  good: 'Đạt',
  mend: 'Cần bổ sung',
  missing: 'Chưa có',
  notNeeded: 'Không yêu cầu',
  staleWhat: 'Ký 28/06/2017, đến ngày chi bộ họp đã hơn 13 tháng.',
  staleWhy: ' Quá 12 tháng phải làm lại. Đề nghị người giới thiệu viết lại.',
  clocks: 'Thời hạn',
  clockTitle: 'Quyết định kết nạp',
  votes: 'Biểu quyết',
  voteCell: 'Chi bộ 03/08/2018',
  voteCommittee: 'Đảng ủy xã 24/08/2018',
  carried: 'Đạt 17/20',
  carried2: 'Đạt 14/15',
  need14: 'cần 14',
  need10: 'cần 10',
  history: 'Quá trình',
  info: 'Thông tin chung',
  formPage: 'Ghi biểu quyết của chi bộ: Triệu Văn Páo (1996)',
  bits: 'Các điều khiển',
  statusTitle: 'Tình trạng',
  formTitle: 'Biểu mẫu',
  other: 'Khác',
  officer: 'Chuyên viên Ban Tổ chức',
  officerName: 'Vũ Thị Hạnh',
}

export const statusWords = ['quá hạn', 'đến hạn hôm nay', 'sắp đến hạn', 'chưa đến', 'đạt', 'trả lại để bổ sung', 'tạm dừng', 'không thông qua', 'chưa rõ', 'không yêu cầu']

export const kinds = [
  ['Xét công nhận chính thức', 11, 28], ['Quyết định kết nạp', 8, 9], ['Nghị quyết chưa gửi lên', 3, 5], ['Thẩm tra lý lịch', 2, 6],
  ['Lễ kết nạp', 1, 6], ['Chuyển sinh hoạt', 13, 4], ['Giấy chứng nhận sắp hết giá trị', 0, 14], ['Hồ sơ thiếu tài liệu', 9, 14],
] as const

export type Task = { id: string; days: number; years?: number; months?: number; dueOn: string; work: string; person: string; place: string; next: string; owner: string; reminded: string }

export const tasks: Task[] = [
  { id: '1', days: 1540, years: 6, months: 1, dueOn: '2012-08-13', work: 'Xét công nhận chính thức', person: 'Phùng Văn Sinh (1979)', place: 'Thôn Đồng Chang – xã Liên Hiệp', next: 'Chi bộ họp xét, ghi biểu quyết', owner: 'Bí thư chi bộ', reminded: '01/10 · chưa chuyển biến' },
  { id: '2', days: 940, years: 3, months: 9, dueOn: '2015-01-05', work: 'Xét công nhận chính thức', person: 'Bàn Thị Mụi (1984)', place: 'Thôn Hạ Sơn – xã Vô Điếm', next: 'Bổ sung 11-KNĐ rồi họp xét', owner: 'Bí thư chi bộ', reminded: '01/10 · đã chuyển biến' },
  { id: '3', days: 41, dueOn: '2018-08-09', work: 'Chuyển sinh hoạt', person: 'Lục Quang Huy (1990)', place: 'Tổ dân phố 4 – thị trấn Việt Quang', next: 'Hỏi nơi đến đã tiếp nhận chưa', owner: 'Ban Tổ chức', reminded: '24/09 · chưa chuyển biến' },
  { id: '4', days: 11, dueOn: '2018-09-21', work: 'Quyết định kết nạp', person: 'Nguyễn Thị Thảo (1995)', place: 'Khoa Nội – Bệnh viện Đa khoa huyện', next: 'Trình ban thường vụ hoặc gia hạn', owner: 'Ban Tổ chức', reminded: '' },
  { id: '5', days: 6, dueOn: '2018-09-28', work: 'Quyết định kết nạp', person: 'Lý Tà Chòi (1992)', place: 'Thôn Pác Vài – xã Tiên Kiều', next: 'Trình ban thường vụ', owner: 'Ban Tổ chức', reminded: '' },
  { id: '6', days: 4, dueOn: '2018-10-02', work: 'Lễ kết nạp', person: 'Mai Thị Lan Anh (1996)', place: 'Trường Tiểu học – xã Quang Minh', next: 'Tổ chức lễ sau khi cấp trên đồng ý', owner: 'Bí thư chi bộ', reminded: '01/10 · chưa chuyển biến' },
]

export const tasksToday: Task[] = [
  { id: '7', days: 0, dueOn: '2018-10-08', work: 'Xét công nhận chính thức', person: 'Hoàng Thị Sim (1991)', place: 'Thôn Khuổi Bó – xã Hữu Sản', next: 'Ghi biểu quyết công nhận', owner: 'Bí thư chi bộ', reminded: '01/10 · đã chuyển biến' },
  { id: '8', days: 0, dueOn: '2018-10-08', work: 'Thẩm tra lý lịch', person: 'Đặng Văn Páo (1997)', place: 'Thôn Bản Mười – xã Tân Lập', next: 'Nhận trả lời của Đảng ủy xã Vĩnh Hảo', owner: 'Đảng ủy xã', reminded: '24/09 · chưa chuyển biến' },
]

export const stages = [
  ['Lập hồ sơ', 'done', '20/05/2018'], ['Thẩm tra', 'done', '28/06/2018'], ['Chi bộ', 'done', '03/08/2018'], ['Đảng ủy xã', 'done', '24/08/2018'],
  ['Ban Tổ chức', 'current', 'từ 10/09/2018'], ['Quyết định', 'future', 'hạn 29/10/2018'], ['Lễ kết nạp', 'future', 'chưa tính hạn'],
] as const

export type Paper = { id: string; state: 'done' | 'returned' | 'late' | 'notRequired'; form: string; title: string; signed: string; pages: string }
export const papers: Paper[] = [
  { id: '1', state: 'done', form: '1-KNĐ', title: 'Đơn xin vào Đảng', signed: '20/05/2018', pages: '1' },
  { id: '2', state: 'done', form: '2-KNĐ', title: 'Lý lịch của người xin vào Đảng, đã thẩm tra', signed: '28/06/2018', pages: '12' },
  { id: '3', state: 'returned', form: '3-KNĐ', title: 'Giấy giới thiệu người vào Đảng', signed: '28/06/2017', pages: '1' },
  { id: '4', state: 'late', form: '5-KNĐ', title: 'Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội và chi ủy nơi cư trú', signed: '', pages: '' },
  { id: '5', state: 'notRequired', form: '7-KNĐ', title: 'Báo cáo thẩm định của đảng ủy bộ phận (không có đảng ủy bộ phận)', signed: '', pages: '' },
]

export const timeline = [
  ['2017', '25/12/2017', 'Xếp loại năm 2017: Hoàn thành tốt nhiệm vụ', ''],
  ['2015', '20/05/2015', 'Bí thư Chi bộ Thôn Khun Luông', 'Quyết định chuẩn y số 112-QĐ/ĐU'],
  ['2010', '12/10/2010', 'Ký quyết định công nhận chính thức, chậm; ngày chính thức giữ 15/03/2010', 'Số 305-QĐ/HU · chi bộ xét chậm 92 ngày làm việc'],
  ['2010', '15/03/2010', 'Hết 12 tháng dự bị: ngày chính thức', ''],
  ['2009', '15/03/2009', 'Lễ kết nạp tại Chi bộ Trường Tiểu học', 'Biên bản ngày 15/03/2009'],
] as const

export const clockParts = [
  { holder: 'Chi bộ → đảng ủy xã', workingDays: 15, note: '03/08 – 24/08/2018' },
  { holder: 'Gửi lên huyện', workingDays: 10, note: '24/08 – 10/09/2018' },
  { holder: 'Ban Tổ chức', workingDays: 20, note: 'từ 10/09/2018' },
]

export const member = [['Sinh ngày', '12/03/1971'], ['Dân tộc, tôn giáo', 'Tày, không'], ['Quê quán', 'xã Quang Minh, Bắc Quang, Hà Giang']] as const
export const identity = 'Số định danh cá nhân'

export const refusal = {
  code: 'admission.tallyExceedsPresent', facts: {},
  message: 'Tổng số phiếu là 19, nhiều hơn 18 đảng viên chính thức có mặt.',
  why: 'Mỗi đảng viên chính thức có mặt một phiếu; đảng viên dự bị không biểu quyết.',
  todo: 'Kiểm tra lại số phiếu hoặc điểm danh.',
  citation: { instrument: 'DL-2011', title: 'Điều lệ Đảng (19/01/2011)', clause: 'Điều 3', certainty: 'verified' as const },
}
export const refusal2 = {
  code: 'admission.paperStale', facts: {},
  message: 'Giấy giới thiệu (3-KNĐ) ký 28/06/2017, đến ngày chi bộ họp 03/08/2018 đã hơn 13 tháng.',
  why: 'Quá 12 tháng phải làm lại.',
  todo: 'Đề nghị người giới thiệu viết lại.',
  citation: { instrument: 'HD-01', title: 'Hướng dẫn 01-HD/TW (20/09/2016)', clause: 'điểm 3.5', certainty: 'secondary' as const },
}

export const fields = {
  present: 'Chính thức có mặt', for: 'Tán thành', against: 'Không tán thành', invalid: 'Phiếu trắng, không hợp lệ', tally: 'Số phiếu',
  meeting: 'Ngày chi bộ họp', born: 'Sinh ngày', number: 'Số quyết định', remark: 'Ghi chú', kind: 'Kết quả', admit: 'Kết nạp', decline: 'Không kết nạp', declineHint: 'Ghi rõ lý do',
  member: 'Đảng viên giới thiệu', reasonWords: 'Lý do mở (được ghi vào nhật ký)', paper: 'Tệp danh sách', paperHint: 'Chưa ghi gì vào sổ khi đọc thử.', confirm: 'Ghi thay, theo biên bản',
  reasons: ['Lập hồ sơ', 'Đối chiếu giấy tờ', 'Theo yêu cầu của cấp trên'], password: 'Mật khẩu', wrongDay: 'Ngày họp 05/11/2018 còn ở phía trước.',
}

export const places = [
  { id: 'qm', label: 'xã Quang Minh', count: 18, cells: ['Chi bộ Thôn Khun Luông', 'Chi bộ Thôn Thượng Sơn', 'Chi bộ Trường Tiểu học'] },
  { id: 'lh', label: 'xã Liên Hiệp', count: 14, cells: ['Chi bộ Thôn Đồng Chang'] },
  { id: 'vq', label: 'thị trấn Việt Quang', count: 31, cells: ['Chi bộ Tổ dân phố 4', 'Chi bộ Tổ dân phố 8'] },
]

export const yearly = [['2015 (từ 01/08)', 118], ['2016', 338], ['2017', 331], ['2018 (đến nay)', 258]] as const
export const pace = 'nhịp 63,3% (38/60 tháng)'
export const paceLabel = '1.045 trong 1.750, 59,7%; nhịp thời gian 63,3%'
export const yearlyTitle = 'Kết nạp theo năm'
export const progress = 'Đang đọc'
export const unitRows = 'dòng'
export const told = 'Đã gửi 12 phiếu nhắc'
export const pageEmpty = 'Không có việc nào đến hạn trong 30 ngày tới.'
export const tabsWords = ['Cấp ủy', 'Đảng viên', 'Việc', 'Quá trình']
export const drawerTitle = 'Kết nạp: 164 người'
export const drawerNote = 'Toàn đảng bộ huyện, từ 01/01 đến 30/06/2018, theo ngày quyết định kết nạp – Biểu 1, cột Kết nạp'
export const statsColumns = ['Tổ chức cơ sở đảng', 'Đầu kỳ', 'Kết nạp', 'Chuyển đến', 'Chuyển đi', 'Từ trần', 'Cuối kỳ']
export const statsGroups = ['Tăng', 'Giảm']
export const statsTotal = 'Toàn đảng bộ huyện'

export const pocket = {
  home: 'Việc của chi bộ', cell: 'Chi bộ Thôn Khun Luông – xã Quang Minh', day: 'Thứ Ba, 09/10/2018',
  back: 'Hồ sơ bị trả lại', points: '2 điểm cần bổ sung', pointsNote: 'Còn 14 ngày làm việc · hạn 29/10/2018', see: 'Xem 2 điểm cần bổ sung',
  five: 'Còn 5 ngày làm việc', five2: 'Triệu Văn Thụ – hết 12 tháng dự bị', five3: 'Đưa vào buổi họp xét công nhận chính thức',
  ask: 'Cần hỏi lại', ask2: 'Lò Văn Sơn – đi làm xa', ask3: 'Được vắng đến 30/09/2018. Còn ở Bắc Ninh?',
  vote: 'Ghi biểu quyết', voteOf: 'Triệu Văn Páo (1996)', voteWhat: 'Xét, đề nghị kết nạp đảng viên',
  sum: '22 đảng viên chính thức, trừ 1 sinh hoạt tạm thời nơi khác, trừ 1 được miễn, vắng mặt', denominator: 'Mẫu số 20 · cần ít nhất 14 phiếu',
  present: 'Có mặt', for: 'Tán thành', against: 'Không tán thành', invalid: 'Trắng, không hợp lệ', enough: '17 + 1 + 0 = 18, đủ số phiếu', result: 'Đạt 17/20, cần 14', check: 'Kiểm tra lại',
  attendance: 'Điểm danh', here: 'Có mặt', excused: 'Vắng có lý do', absent: 'Vắng', record: 'Ghi điểm danh', counts: 'Có mặt 19', counts2: 'Chính thức có mặt 18 · mẫu số 20', ill: 'Lý do: ốm',
  people: ['Bàn Văn Chiêu', 'Hoàng Thị Dung', 'Lý Đức Hải', 'Nông Văn Hiến'],
  scan: 'Chụp giấy đã làm lại', later: 'Để sau', decided: 'Ngày quyết định kết nạp', ceremony: 'Ngày lễ kết nạp', general: 'Thông tin chung', open: 'Mở',
}
export const decisionNumber = '305-QĐ/HU'
export const decisionNumber2 = '306-QĐ/HU'
