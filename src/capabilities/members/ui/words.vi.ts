import { fill } from '../../../platform/ui-kit/index.ts'
import { titles } from './pocket/titles.vi.ts'

/** Words of the screens of this room. `{…}` is filled in by `word`. */
const words = {
  title: 'Danh sách đảng viên', menu: 'Đảng viên', member: titles.member, pocketTitle: titles.members, pocketAway: titles.away,
  listTotal: 'đảng viên', listHint: 'Đảng viên được ghi vào sổ khi kết nạp, chuyển đến hoặc nhập danh sách.', listEmpty: 'Chưa có đảng viên nào trong phạm vi này.',
  filterPlace: 'Tổ chức', filterStatus: 'Trạng thái', filterSex: 'Giới tính', filterEthnicity: 'Dân tộc', filterAge: 'Tuổi', filterYears: 'Tuổi Đảng', filterDecided: 'Quyết định kết nạp', filterOverlay: 'Đi xa, tạm thời',
  filterSearch: 'Tìm', filterSearchHint: 'Tên có dấu hoặc không dấu, số thẻ, 4 số cuối số định danh',
  allConfirmed: 'Không kể dự bị', minority: 'Dân tộc thiểu số', upTo: 'đến {to}', andMore: 'từ {from}', fromTo: '{from}–{to}', between: '{from} – {to}', thisYear: 'Năm {year}',
  columnName: 'Họ và tên', columnBorn: 'Năm sinh', columnWoman: 'Nữ', columnEthnicity: 'Dân tộc', columnCell: 'Chi bộ – đảng bộ', columnAdmitted: 'Ngày vào Đảng', columnConfirmed: 'Ngày chính thức', columnCard: 'Số thẻ', columnStatus: 'Trạng thái',
  columnDecided: 'Ngày quyết định kết nạp', columnIdentity: 'Số định danh', otherName: '({name})', womanTick: 'x',
  born: 'sinh {born}', since: '{cell} từ {day}', partyAge: 'Tuổi Đảng: {n} năm', partyAgeBasis: '(tính từ ngày quyết định kết nạp)', partyAgePapers: '(tính từ ngày ghi trên giấy tờ)', card: 'Số thẻ đảng viên {number}', historyNumber: 'Số lý lịch {number}',
  trail: 'Nhật ký',
  partyAgePage: 'Tuổi Đảng', measuresPage: 'Kỷ luật, miễn sinh hoạt', paperDossier: 'Hồ sơ giấy',
  print: 'In tóm tắt', sheet: 'Phiếu đảng viên', proposeCorrection: 'Đề nghị sửa', notMember: 'Chưa phải đảng viên vào ngày này', timeline: 'Quá trình', timelineEmpty: 'Chưa ghi việc nào.', recorded: 'ghi ngày {day}', corrections: 'Các lần đã sửa', correctionLine: '{field}: {before} → {after}', correctedBy: '{reason} · {paper} · {by}', blank: 'để trống',
  admission: 'Vào Đảng', general: 'Thông tin chung', education: 'Trình độ', posts: 'Chức vụ', overlays: 'Đi làm xa, sinh hoạt tạm thời',
  decidedOn: 'Ngày quyết định kết nạp', ceremonyOn: 'Ngày lễ kết nạp', admittedOn: 'Ngày vào Đảng (theo giấy tờ)', confirmedOn: 'Ngày chính thức', signedOn: 'Ngày ký công nhận', notConfirmed: 'chưa được công nhận',
  secondSpell: 'Lần vào Đảng thứ {n}', ended: 'Ra khỏi danh sách từ {day}', strictCovered: 'Không thuộc phạm vi vai trò này',
  covered: 'Phần được che', coveredNote: 'số định danh, kỷ luật, khiếu nại', coveredEvents: 'Việc được che trong quá trình', coveredHint: 'mở ở mục Phần được che, có ghi lý do', revealAsk: 'Lý do mở (được ghi vào nhật ký)', revealOther: 'Ghi rõ lý do', reveal: 'Mở phần được che', cover: 'Che lại', revealToday: 'Đang xem một ngày trước. Về hôm nay để mở, có ghi lý do.', revealElsewhere: 'Vai trò này không mở được; hỏi bí thư chi bộ.', coveredCount: 'Có {n} việc được che (kỷ luật, đình chỉ sinh hoạt, khiếu nại). Chỉ mở khi cần; lý do mở được ghi vào nhật ký.', revealEvents: 'Mở việc được che', revealed: 'Đã mở lúc {time}, tự che lại sau 10 phút hoặc khi rời trang', none: 'không có',
  cardsPage: 'Thẻ', endingPage: 'Ra khỏi Đảng', actAway: 'Ghi đi làm xa', actReturn: 'Ghi đã về', actPost: 'Ghi chức vụ', actMove: 'Chuyển chi bộ', actEndPost: 'Thôi chức vụ',
  awayPlace: 'Ở đâu (tỉnh, huyện)', awaySince: 'Từ ngày', awayWork: 'Làm gì', awayPhone: 'Số điện thoại', awayExcused: 'Được vắng đến ngày', awayContact: 'Ai giữ liên lạc', awayDone: 'Đã ghi đi làm xa: {name}', awayLong: 'Đi quá 3 tháng thì nên làm thủ tục chuyển sinh hoạt tạm thời.',
  returnOn: 'Ngày về (ngày đầu ở nhà)', returnDone: 'Đã ghi đã về: {name}', awayNow: 'Đi làm xa từ {since}: {place}', awayUntil: 'được vắng đến {day}', awayContactIs: 'người giữ liên lạc {name}',
  moveTitle: 'Chuyển sinh hoạt nội bộ: {name}', moveCell: 'Chi bộ chuyển đến', moveCellHint: 'Chi bộ trong cùng đảng bộ cơ sở', moveOn: 'Ngày đầu ở chi bộ mới', basis: 'Căn cứ (số quyết định)', moveDone: 'Đã chuyển đến {cell}',
  postTitle: 'Ghi chức vụ: {name}', postOrganisation: 'Tổ chức', postPosition: 'Chức vụ', postFrom: 'Từ ngày', postDone: 'Đã ghi chức vụ', postEndTitle: 'Thôi giữ chức: {post}', postEndOn: 'Ngày thôi (ngày đầu không còn giữ)', postEnded: 'Đã ghi thôi giữ chức',
  inputFile: 'Tệp nhập liệu 4.0', from: 'từ {day}', fromUntil: '{from} – {lastDay}', unknown: 'chưa rõ',
  pocketSearch: 'Tìm theo tên', pocketEmpty: 'Không có ai khớp.', pocketCount: '{n} đảng viên', pocketAwayCount: '{n} người đi làm xa', pocketFacts: 'Thông tin chung', pocketTimeline: 'Quá trình sinh hoạt đảng', pocketStatusLine: '{status} · Tuổi Đảng: {n} năm',
  awayTitle: 'Đảng viên đi làm xa', awayMenu: 'Đi làm xa', askAway: titles.askAway,
  pocketSearchMore: 'Tìm hồ sơ, quyết định, số giấy tờ',
  firstTwo: 'Hai mục đầu phải điền; các mục sau điền nếu biết.',
} as const

export type Word = keyof typeof words
export const word = (key: Word, fillings?: Record<string, string | number>): string => fill(words[key], fillings)


/** Positions that members of committees of cells and of organisations hold, by their codes. */
export const positionChoices = {
  cell: { BT: 'Bí thư', PBT: 'Phó bí thư', CHI_UV: 'Chi ủy viên' },
  organisation: { BT: 'Bí thư', PBT_TT: 'Phó bí thư thường trực', PBT: 'Phó bí thư', UV_BTV: 'Ủy viên ban thường vụ', UV_BCH: 'Ủy viên ban chấp hành', CN_UBKT: 'Chủ nhiệm ủy ban kiểm tra', UV_UBKT: 'Ủy viên ủy ban kiểm tra' },
} as const

/** Ethnic groups that are common here, for the filter; any other is found by its name in the address. */
export const commonEthnicities = ['Tày', 'Kinh', 'Dao', 'Nùng', 'Mông', 'La Chí', 'Pà Thẻn', 'Hoa', 'Giáy'] as const
