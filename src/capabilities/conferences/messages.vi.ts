import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { FigureMeasure } from '../statistics/contract.ts'
import type { Movement, OwnerRole } from './codes.ts'

export const conferencesRefusals: RefusalWordsByCode = {
  'conferences.conferenceNotFound': { what: 'Không tìm thấy hội nghị này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Quay lại danh sách Hội nghị.' },
  'conferences.solutionNotFound': { what: 'Không tìm thấy giải pháp này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Quay lại danh sách Giải pháp.' },
  'conferences.concluded': { what: 'Hội nghị đã kết luận ngày {on}.', why: 'Sau kết luận, báo cáo và giải pháp giữ nguyên; chỉ ghi kết quả thực hiện.', todo: 'Ghi kết quả ở từng giải pháp, hoặc mở hội nghị mới.' },
  'conferences.nothingDecided': { what: 'Hội nghị chưa có giải pháp nào.', todo: 'Ghi ít nhất một giải pháp rồi kết luận.' },
  'conferences.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Số liệu chỉ có đến hôm nay, {today}.', todo: 'Chọn ngày đã qua.' },
  'conferences.dueBeforeConference': { what: 'Hạn {dueOn} không sau ngày họp {heldOn}.', todo: 'Sửa hạn.' },
  'conferences.outsideConference': { what: '“{organisation}” không thuộc “{of}”.', why: 'Hội nghị giao việc cho tổ chức trong đảng bộ mình.', todo: 'Chọn tổ chức khác.' },
  'conferences.outsideOwner': { what: 'Chỉ số đo ở “{organisation}”, ngoài phạm vi của “{owner}”.', why: 'Nơi được giao chỉ trả lời về số liệu của mình.', todo: 'Chọn nơi đo trong phạm vi nơi được giao, hoặc giao cho cấp trên.' },
  'conferences.nothingToMove': { what: 'Chỉ số đang là {value}, bằng mức muốn đạt.', why: 'Giải pháp phải làm chỉ số thay đổi.', todo: 'Sửa mức muốn đạt, hoặc chọn chỉ số khác.' },
  'conferences.alreadyClosed': { what: 'Giải pháp này đã kết thúc ngày {on}.', todo: 'Tải lại danh sách.' },
  'conferences.whyNotMoved': { what: 'Chỉ số chưa đạt: lúc họp {valueThen}, nay {now}, muốn đạt {wanted}.', why: 'Chưa đạt thì phải nói lý do.', todo: 'Ghi lý do và việc sẽ làm tiếp.' },
  'conferences.nextDayMissing': { what: 'Chưa ghi ngày hỏi lại.', todo: 'Ghi ngày, hoặc kết thúc giải pháp.' },
  'conferences.nextDayPast': { what: 'Ngày hỏi lại {dueOn} không sau hôm nay, {today}.', todo: 'Chọn ngày sau.' },
}

export const measureNames: Readonly<Record<FigureMeasure | 'behindPace', string>> = {
  admittedInTerm: 'Kết nạp từ đầu nhiệm kỳ', admittedLast12: 'Kết nạp trong 12 tháng', openFiles: 'Hồ sơ kết nạp đang làm', followed: 'Quần chúng đang theo dõi', cellsFollowingNobody: 'Chi bộ không theo dõi ai',
  cellsOver24: 'Chi bộ không kết nạp quá 24 tháng', cellsTwoTerms: 'Chi bộ không kết nạp quá hai nhiệm kỳ', members: 'Đảng viên', probationary: 'Đảng viên dự bị', women: 'Đảng viên nữ', ethnicMinority: 'Đảng viên dân tộc thiểu số',
  behindPace: 'Chậm so với nhịp thời gian',
}

export const ownerRoleNames: Readonly<Record<OwnerRole, string>> = { superiorOfficer: 'Ban Tổ chức', leader: 'Ban Thường vụ', grassrootsOfficer: 'Đảng ủy cơ sở', cellSecretary: 'Bí thư chi bộ' }

export const movementNames: Readonly<Record<Movement, string>> = { reached: 'đã đạt', moved: 'có chuyển biến', unmoved: 'chưa chuyển biến', worse: 'kém đi' }

/** Next act of a solution whose day comes. */
export const dueWords = { followUp: 'Ghi kết quả giải pháp: {text}' } as const
