import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { Band, CloseReason, FoundWay, Measure, Stage, UnionCode } from './codes.ts'

export const sourcesAndTargetsRefusals: RefusalWordsByCode = {
  'sourcesAndTargets.prospectNotFound': { what: 'Không tìm thấy quần chúng này trong nguồn.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Quay lại Nguồn kết nạp.' },
  'sourcesAndTargets.personMissing': { what: 'Chưa ghi quần chúng là ai.', todo: 'Chọn người đã có trong sổ, hoặc ghi họ tên, ngày sinh, giới tính.' },
  'sourcesAndTargets.notACell': { what: '“{organisation}” không phải chi bộ.', why: 'Chi bộ theo dõi, giúp đỡ quần chúng ưu tú.', todo: 'Chọn chi bộ.' },
  'sourcesAndTargets.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Hôm nay là {today}; chỉ ghi việc đã xảy ra.', todo: 'Sửa ngày.' },
  'sourcesAndTargets.memberCannotBeFollowed': { what: '{name} đã là đảng viên.', why: 'Nguồn kết nạp gồm người chưa là đảng viên.', todo: 'Kiểm tra lại người được chọn.' },
  'sourcesAndTargets.followedAlready': { what: '{name} đã được {cell} theo dõi từ {since}.', why: 'Mỗi người do một chi bộ theo dõi.', todo: 'Mở trang của người này; nếu đã chuyển nơi ở, ghi chuyển chi bộ theo dõi.' },
  'sourcesAndTargets.followedAtOnce': { what: 'Người này vừa được đưa vào nguồn.', why: 'Hai người ghi cùng một lúc.', todo: 'Tải lại danh sách.' },
  'sourcesAndTargets.personKnown': { what: 'Trong sổ đã có {name}, sinh {born}, {cell}.', why: 'Cùng họ tên và ngày sinh thường là một người.', todo: 'Chọn người đã có; nếu là người khác, đánh dấu “Là người khác” rồi ghi lại.' },
  'sourcesAndTargets.personAlike': { what: 'Có thể trùng với: {people}.', why: 'Ghi một người hai lần thì hồ sơ tách làm đôi.', todo: 'Mở người đã có để xem; nếu là người khác, đánh dấu “Là người khác” rồi ghi lại.' },
  'sourcesAndTargets.closedAlready': { what: 'Chi bộ đã thôi theo dõi {name} từ {on}.', todo: 'Đưa vào nguồn lại nếu chi bộ tiếp tục giúp đỡ.' },
  'sourcesAndTargets.beforeOpened': { what: 'Ngày {on} trước ngày chi bộ bắt đầu theo dõi {openedOn}.', why: 'Chi bộ theo dõi rồi mới giúp đỡ, nhận đơn.', todo: 'Sửa ngày; nếu chi bộ đã theo dõi từ trước, sửa “Theo dõi từ ngày” của người này.' },
  'sourcesAndTargets.beforeBirth': { what: 'Ngày {on} trước ngày sinh {born}.', todo: 'Sửa một trong hai ngày.' },
  'sourcesAndTargets.openedAfterWork': { what: 'Ngày theo dõi {on} sau việc chi bộ đã làm ngày {workOn}.', why: 'Phân công giúp đỡ, nhận đơn, nhận xét chỉ có khi chi bộ đã theo dõi.', todo: 'Sửa ngày.' },
  'sourcesAndTargets.openedBeforeFormerEnd': { what: 'Ngày theo dõi {on} trước ngày thôi theo dõi lần trước ({closedOn}).', todo: 'Sửa ngày.' },
  'sourcesAndTargets.quarterNotYet': { what: 'Quý {number}/{year} chưa bắt đầu.', why: 'Hôm nay là {today}.', todo: 'Chọn quý đã qua hoặc quý này.' },
  'sourcesAndTargets.quarterBeforeOpened': { what: 'Quý {number}/{year} kết thúc trước ngày chi bộ bắt đầu theo dõi {openedOn}.', todo: 'Chọn quý sau.' },
  'sourcesAndTargets.remarkedAlready': { what: 'Quý {number}/{year} đã có nhận xét ghi ngày {writtenOn}.', why: 'Mỗi quý một nhận xét; nhận xét cũ không bị xóa.', todo: 'Đọc nhận xét đã có; nếu phải viết lại, chọn “Viết thay nhận xét đã có”.' },
  'sourcesAndTargets.remarkedAtOnce': { what: 'Quý này vừa có người ghi nhận xét.', why: 'Hai người ghi cùng một lúc.', todo: 'Tải lại trang để đọc nhận xét vừa ghi.' },
  'sourcesAndTargets.mentorNotFullMember': { what: '{name} không phải đảng viên chính thức vào ngày {on}.', why: 'Người được phân công giúp đỡ phải là đảng viên chính thức.', todo: 'Chọn đảng viên khác.' },
  'sourcesAndTargets.mentorElsewhere': { what: '{name} sinh hoạt ở {organisation}, ngoài tổ chức cơ sở đảng này.', why: 'Người giúp đỡ cùng chi bộ, hoặc cùng tổ chức cơ sở đảng.', todo: 'Chọn đảng viên khác.' },
  'sourcesAndTargets.mentorBeforeFormer': { what: 'Ngày {on} trước ngày phân công {former} ({since}).', todo: 'Sửa ngày phân công.' },
  'sourcesAndTargets.mentorUnchanged': { what: '{name} đang giúp đỡ người này.', todo: 'Chọn đảng viên khác nếu muốn thay.' },
  'sourcesAndTargets.mentorAtOnce': { what: 'Vừa có người phân công giúp đỡ.', why: 'Hai người ghi cùng một lúc.', todo: 'Tải lại trang.' },
  'sourcesAndTargets.certificateKnown': { what: 'Giấy chứng nhận cấp ngày {issuedOn} đã có.', todo: 'Kiểm tra lại ngày cấp.' },
  'sourcesAndTargets.nothingDescribed': { what: 'Chưa có mục nào khác với đã ghi.', todo: 'Sửa đoàn thể hoặc nơi phát hiện rồi ghi, hoặc đóng lại.' },
  'sourcesAndTargets.appliedAlready': { what: 'Đơn xin vào Đảng ngày {on} đã được ghi.', todo: 'Lập hồ sơ kết nạp từ đơn này.' },
  'sourcesAndTargets.sameCell': { what: '{cell} đang theo dõi người này.', todo: 'Chọn chi bộ khác.' },
  'sourcesAndTargets.notDirectlyBelow': { what: '“{organisation}” không trực thuộc “{above}”.', why: 'Mỗi cấp giao chỉ tiêu cho cấp dưới trực tiếp.', todo: 'Mở đúng tổ chức cấp trên rồi giao.' },
  'sourcesAndTargets.organisationTwice': { what: '“{organisation}” có hai dòng.', todo: 'Bỏ một dòng.' },
  'sourcesAndTargets.periodUnknown': { what: 'Chưa biết nhiệm kỳ của “{organisation}” từ ngày nào đến ngày nào.', why: 'Chỉ tiêu nhiệm kỳ tính theo nhiệm kỳ cấp ủy.', todo: 'Ghi ngày đầu và ngày cuối, hoặc ghi nhiệm kỳ của cấp ủy.' },
  'sourcesAndTargets.periodEndsBeforeItBegins': { what: 'Kỳ chỉ tiêu kết thúc {until}, trước ngày bắt đầu {from}.', todo: 'Sửa một trong hai ngày.' },
  'sourcesAndTargets.targetGivenAtOnce': { what: 'Chỉ tiêu này vừa được giao.', why: 'Hai người ghi cùng một lúc.', todo: 'Tải lại bảng chỉ tiêu.' },
  'sourcesAndTargets.partyMembersExceedTotal': { what: 'Số đảng viên ({partyMembers}) nhiều hơn tổng số ({total}).', why: 'Đảng viên là một phần của tổng số đoàn viên, hội viên.', todo: 'Kiểm tra lại hai số.' },
  'sourcesAndTargets.reviewedAtOnce': { what: 'Số rà soát của ngày này vừa được ghi.', why: 'Hai người ghi cùng một lúc.', todo: 'Tải lại trang.' },
}

/** What is wrong with a field of a request. */
export const fieldWords = { quarter: 'quý viết như 2018-Q3', empty: 'chưa điền' } as const

/** Mass organisations as tables name them. */
export const unionNames: Readonly<Record<UnionCode, string>> = {
  MTTQ: 'Mặt trận Tổ quốc', DTN: 'Đoàn Thanh niên', LHPN: 'Hội Phụ nữ', ND: 'Hội Nông dân', CCB: 'Hội Cựu chiến binh', CD: 'Công đoàn',
  HCTD: 'Hội Chữ thập đỏ', HNCT: 'Hội Người cao tuổi', HKH: 'Hội Khuyến học', HLHTN: 'Hội Liên hiệp Thanh niên', HTNXP: 'Hội Cựu thanh niên xung phong',
}

export const stageNames: Readonly<Record<Stage, string>> = {
  inSource: 'Trong nguồn', classDone: 'Đã học lớp nhận thức về Đảng', applied: 'Đã có đơn xin vào Đảng', caseOpen: 'Đang làm hồ sơ',
}

/** How people were found, as counts and filters name it. */
export const foundNames: Readonly<Record<FoundWay, string>> = {
  movement: 'Phong trào', model: 'Mô hình kinh tế', village: 'Thôn, tổ dân phố tự quản', union: 'Hoạt động đoàn thể', work: 'Lao động, học tập, công tác',
}

export const closeReasonNames: Readonly<Record<CloseReason, string>> = {
  admitted: 'Đã kết nạp', moved: 'Chuyển đi nơi khác', unsuitable: 'Không còn phù hợp', withdrawn: 'Xin thôi', died: 'Đã từ trần',
}

export const bandNames: Readonly<Record<Band, string>> = {
  '0-12': '0–12 tháng', '13-24': '13–24 tháng', '25-60': '25–60 tháng', over60: 'trên 60 tháng',
}

export const measureNames: Readonly<Record<Measure, string>> = { admissions: 'Kết nạp', women: 'Trong đó: nữ', ethnicMinority: 'Trong đó: dân tộc thiểu số' }

/** Stands for a helper of another cell, whose name the reader may not see. */
export const otherCell = 'Đảng viên ở chi bộ khác'

/** `Quý 3/2018` of `2018-Q3`. */
export const quarterText = (quarter: string): string => `Quý ${quarter.slice(6)}/${quarter.slice(0, 4)}`

export const ruleValue = (months: number): string => `${months} tháng`

/** Next acts of what falls due. */
export const dueActs = {
  useCertificate: (until: string) => `Đưa ra chi bộ xét trước khi giấy chứng nhận hết giá trị ngày ${until}, hoặc cử học lại`,
  repeatClass: 'Cử đi học lại lớp nhận thức về Đảng',
  writeRemark: (quarter: string) => `Ghi nhận xét ${quarterText(quarter)}`,
} as const
