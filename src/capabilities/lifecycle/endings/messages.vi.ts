import type { StrikeOffGround } from '../../../regulations/index.ts'
import type { EndingAct, EndingKind, EndingStage, TieFate, TieKind } from './codes.ts'

export const endingKindNames: Readonly<Record<EndingKind, string>> = { strikeOff: 'Xóa tên', resignation: 'Xin ra khỏi Đảng', death: 'Từ trần' }
export const strikeOffGroundNames: Readonly<Record<StrikeOffGround, string>> = {
  inactive: 'Không sinh hoạt hoặc không đóng đảng phí, không có lý do', cardGivenUp: 'Tự trả hoặc tự hủy thẻ đảng', lostWill: 'Giảm sút ý chí, đã giáo dục mà không tiến bộ',
  twoYearsBelow: 'Hai năm liền vi phạm tư cách đảng viên', politicalStandard: 'Không bảo đảm tiêu chuẩn chính trị',
}
export const endingStageNames: Readonly<Record<EndingStage, string>> = {
  opened: 'Chờ chi bộ họp xét', cellCarried: 'Chi bộ đã thông qua', committeeCarried: 'Đảng ủy cơ sở đã thông qua, chờ quyết định', notCarried: 'Biểu quyết không đủ', dropped: 'Không xét nữa', ended: 'Đã có quyết định', restored: 'Đã khôi phục đảng tịch',
}
/** A death is recorded, not decided on. */
export const endingStageText = ({ kind, stage }: { kind: EndingKind; stage: EndingStage }): string => (kind === 'death' && stage === 'ended' ? 'Đã ghi từ trần' : endingStageNames[stage])

/** In a sentence, in small letters. */
export const endingActNames: Readonly<Record<EndingAct, string>> = {
  open: 'đưa ra xét', cellVote: 'ghi biểu quyết của chi bộ', committeeVote: 'ghi biểu quyết của đảng ủy cơ sở', drop: 'thôi xét', decide: 'ghi quyết định', recordDeath: 'ghi từ trần', complain: 'ghi khiếu nại', uphold: 'giữ nguyên quyết định', annul: 'hủy quyết định',
}
export const tieKindNames: Readonly<Record<TieKind, string>> = {
  post: 'Chức vụ', overlay: 'Tình trạng kèm theo', badge: 'Đề nghị tặng Huy hiệu', ownFile: 'Hồ sơ đang làm', namedInFile: 'Là người giới thiệu, giúp đỡ trong hồ sơ của', mentoring: 'Đang giúp đỡ', transfer: 'Chuyển sinh hoạt chưa xong', cardUnderWay: 'Thẻ đang làm', card: 'Thẻ đảng viên',
}
export const tieFateNames: Readonly<Record<TieFate, string>> = { ends: 'kết thúc cùng ngày', takenBack: 'rút lại', toSee: 'phải giải quyết tiếp' }

export const tieWords = { badge: 'Huy hiệu {years} năm', basis: '{act}, quyết định {number}', death: 'Từ trần, {paper}', cardUnderWay: 'Đang đề nghị hoặc chưa trao', card: 'Số {number}: thu lại', cardOfDead: 'Số {number}: gia đình giữ hoặc thu lại' }
export const endingDueWords: Readonly<Record<'opened' | 'cellCarried' | 'committeeCarried' | 'complained', string>> = {
  opened: '{kind}: chi bộ họp xét, biểu quyết', cellCarried: '{kind}: đảng ủy cơ sở họp xét', committeeCarried: '{kind}: cấp ủy có thẩm quyền quyết định', complained: '{kind}: giải quyết khiếu nại',
}
