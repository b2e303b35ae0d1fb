import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { CardCause } from '../../regulations/index.ts'
import type { CardAct, CardKind, CardState, CardView } from './codes.ts'

const outside = 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.'
const reload = 'Tải lại trang rồi xem lại.'

export const cardsRefusals: RefusalWordsByCode = {
  'cards.cardNotFound': { what: 'Không tìm thấy thẻ này.', why: outside, todo: reload },
  'cards.rangeNotFound': { what: 'Không tìm thấy dải số thẻ này.', why: outside, todo: reload },
  'cards.lossNotFound': { what: 'Không tìm thấy lần báo mất thẻ này.', why: outside, todo: reload },
  'cards.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'cards.daysOutOfOrder': { what: 'Ngày {until} trước ngày {from}.', todo: 'Sửa một trong hai ngày.' },
  'cards.rangeBackwards': { what: 'Số cuối {last} nhỏ hơn số đầu {first}.', todo: 'Đổi lại số đầu và số cuối.' },
  'cards.digitsDiffer': { what: 'Số đầu {first} và số cuối {last} không cùng số chữ số.', todo: 'Ghi đủ các số 0 ở đầu.' },
  'cards.wrongDigits': { what: 'Số thẻ {number} không đủ số chữ số theo quy định.', why: 'Quy định vào ngày này: {digits}.', todo: 'Kiểm tra lại số, hoặc ngày.' },
  'cards.rangeOverlaps': { what: 'Dải số {first} đến {last} đã giao cho {organisation}.', why: 'Mỗi số thẻ chỉ giao cho một cấp ủy.', todo: 'Chọn dải khác.' },
  'cards.rangeOverlapsAtOnce': { what: 'Dải số này, hoặc một phần của nó, đã giao cho cấp ủy khác.', why: 'Mỗi số thẻ chỉ giao cho một cấp ủy.', todo: 'Chọn dải khác.' },
  'cards.rangeClosed': { what: 'Dải số này đã thôi dùng từ {on}.', todo: 'Chọn dải số khác.' },
  'cards.rangeMissing': { what: 'Chưa chọn dải số cho {name}.', why: 'Người này được cấp số thẻ mới.', todo: 'Chọn dải số đã giao cho cấp ủy.' },
  'cards.rangeOfOthers': { what: 'Dải số đã chọn là của {organisation}; {name} không thuộc đảng bộ này.', todo: 'Chọn dải số của cấp ủy quản lý người này.' },
  'cards.rangeUsedUp': { what: 'Dải số chỉ còn {left} số, cần {wanted} số.', todo: 'Chọn dải khác, hoặc quyết định làm nhiều lần.' },
  'cards.numberOutsideRange': { what: 'Số {number} không nằm trong dải {first} đến {last}.', todo: 'Sửa số, hoặc chọn dải khác.' },
  'cards.numberTaken': { what: 'Số thẻ {number} đã có người mang.', why: 'Mỗi số thẻ chỉ cấp cho một người.', todo: 'Chọn số khác; nếu sổ ghi sai ở người kia thì đề nghị sửa trước.' },
  'cards.numberAtOnce': { what: 'Số thẻ này vừa được cấp cho người khác.', todo: 'Ghi lại quyết định; số tiếp theo sẽ được lấy.' },
  'cards.actedAtOnce': { what: 'Thẻ của người này vừa được người khác ghi.', todo: reload },
  'cards.notFullMember': { what: 'Ngày {on} {name} không phải là đảng viên chính thức.', why: 'Chỉ đảng viên chính thức được phát thẻ.', todo: 'Ghi công nhận chính thức trước, hoặc bỏ người này khỏi danh sách.' },
  'cards.underWay': { what: '{name} đã có trong danh sách đề nghị, hoặc thẻ đã quyết định mà chưa trao.', todo: 'Xem thẻ của người này.' },
  'cards.hasCard': { what: '{name} đã có thẻ số {number}.', todo: 'Nếu cần thẻ khác thì đề nghị đổi, hoặc báo mất.' },
  'cards.noCard': { what: '{name} chưa có thẻ.', todo: 'Đề nghị phát thẻ lần đầu.' },
  'cards.lossNotConcluded': { what: 'Chưa có kết luận mất thẻ của {name}.', why: 'Chỉ cấp lại khi đã kết luận là mất.', todo: 'Ghi báo mất và kết luận trước.' },
  'cards.lossReported': { what: '{name} đã báo mất thẻ ngày {on}, chưa có kết luận.', todo: 'Ghi kết luận của lần báo mất ấy.' },
  'cards.lossConcluded': { what: 'Lần báo mất này đã kết luận ngày {on}.', todo: reload },
  'cards.nothingProposed': { what: 'Chưa đề nghị thẻ cho ai ở đây.', todo: 'Lập danh sách đề nghị trước, rồi ghi quyết định.' },
  'cards.notInThisState': { what: 'Không {act} được.', why: 'Thẻ này: {state}.', todo: reload },
  'cards.stillMember': { what: 'Ngày {on} {name} vẫn là đảng viên.', why: 'Chỉ thu thẻ khi đã thôi là đảng viên.', todo: 'Ghi việc ra khỏi Đảng trước, hoặc sửa ngày.' },
  'cards.noMember': { what: 'Ngày {on} {name} không phải là đảng viên.', todo: 'Ghi khôi phục đảng tịch trước, hoặc sửa ngày.' },
  'cards.onlyOfDead': { what: 'Không để lại thẻ của {name} cho gia đình được.', why: 'Chỉ khi đảng viên từ trần. Quy định: {rule}.', todo: 'Ghi thu thẻ.' },
}

/** Said of a number that is typed with anything but digits. */
export const numberWords = 'số thẻ chỉ gồm chữ số'

export const cardKindNames: Readonly<Record<CardKind, string>> = { first: 'Phát lần đầu', exchange: 'Đổi thẻ', reissue: 'Cấp lại', takenOver: 'Đã có trước khi lập sổ' }
export const causeNames: Readonly<Record<CardCause, string>> = { damaged: 'Thẻ hỏng', wrongFacts: 'Thông tin trên thẻ sai', campaign: 'Đợt đổi thẻ chung', lost: 'Mất thẻ' }
export const cardStateNames: Readonly<Record<CardState, string>> = {
  proposed: 'Đang đề nghị', decided: 'Đã quyết định, chưa trao', held: 'Đang dùng', lost: 'Đã mất', replaced: 'Đã thay bằng thẻ khác', withdrawn: 'Đã thu lại', keptByFamily: 'Gia đình giữ', dropped: 'Không làm nữa',
}
export const cardViewNames: Readonly<Record<CardView, string>> = { underWay: 'Đang làm', held: 'Đang dùng', lost: 'Đã mất', ended: 'Đã thu, đã thay', year: 'Phát trong năm' }

/** In a sentence, in small letters. */
export const cardActNames: Readonly<Record<CardAct, string>> = {
  propose: 'đề nghị', drop: 'bỏ đề nghị', decide: 'quyết định', handOver: 'trao thẻ', takeOver: 'ghi thẻ đã có', concludeLost: 'kết luận mất thẻ', replace: 'thay thẻ', withdraw: 'thu thẻ', leaveToFamily: 'để lại cho gia đình', giveBack: 'trả lại thẻ',
}

/** What a member's own record says of a card. */
export const basisWords = { decision: 'Quyết định {number}', replaced: 'Thay bằng thẻ {number}' }

export const dueWords = {
  list: 'Lập danh sách đề nghị phát thẻ đảng viên đợt {day}: {n} người', handOver: 'Trao thẻ đảng viên số {number}', loss: 'Kết luận việc báo mất thẻ ngày {day}',
  giveIn: 'Thu thẻ đảng viên số {number}: {end}', family: 'Ghi thẻ đảng viên số {number}: gia đình giữ hoặc thu lại',
}
