import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { Dimension, Measure } from './codes.ts'

export const countingRefusals: RefusalWordsByCode = {
  'counting.notSortedBy': { what: '“{measure}” không chia được theo “{dimension}”.', todo: 'Chọn cách chia khác.' },
  'counting.sortedTwice': { what: 'Hàng và cột cùng chia theo “{dimension}”.', todo: 'Chọn cách chia khác cho cột.' },
  'counting.strictAlone': { what: 'Bảng chia theo “{dimension}” cùng một cách chia khác chỉ dành cho người được xem nội dung này của từng đảng viên.', why: 'Số quá nhỏ sẽ chỉ ra một người.', todo: 'Chỉ chia theo một chiều, hoặc nhờ chuyên viên lập bảng.' },
  'counting.noPeople': { what: '“{measure}” không có tên người đằng sau.', todo: 'Xem danh sách ở Cây tổ chức.' },
}

export const measureNames: Readonly<Record<Measure, string>> = {
  members: 'Đảng viên', admitted: 'Kết nạp', recognised: 'Công nhận chính thức', left: 'Ra khỏi Đảng, chuyển ra ngoài', movement: 'Tăng, giảm đảng viên', posts: 'Chức vụ trong Đảng', files: 'Hồ sơ đang làm', organisations: 'Tổ chức đảng',
}

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  none: 'Không chia', grassroots: 'Tổ chức cơ sở đảng', cell: 'Chi bộ', organisationKind: 'Loại hình tổ chức cơ sở', areaKind: 'Loại đơn vị', detail: 'Loại', stage: 'Giai đoạn', sex: 'Giới tính', ethnicity: 'Dân tộc', religion: 'Tôn giáo',
  ageBand: 'Tuổi đời', partyAgeBand: 'Tuổi Đảng', generalEducation: 'Học vấn phổ thông', profession: 'Chuyên môn', politicalTheory: 'Lý luận chính trị', occupation: 'Nghề nghiệp', year: 'Năm', month: 'Tháng',
}

/** What the detail of each measure is called. */
export const detailNames: Readonly<Partial<Record<Measure, string>>> = {
  members: 'Tình trạng', left: 'Lý do', movement: 'Tăng, giảm', posts: 'Chức vụ', files: 'Loại hồ sơ', organisations: 'Loại tổ chức',
}
