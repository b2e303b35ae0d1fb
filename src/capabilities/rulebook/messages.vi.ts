import type { RefusalWordsByCode } from '../../platform/words.ts'

export const rulebookRefusals: RefusalWordsByCode = {
  'rulebook.noSuchRule': { what: 'Không có quy định mang mã {key}.', todo: 'Quay lại trang Quy định đang áp dụng.' },
  'rulebook.ruleIsConfirmed': { what: '“{title}” đã đối chiếu với văn bản gốc, không thay được.', why: 'Chỉ thay được giá trị chưa đối chiếu (từ bản sao hoặc theo trí nhớ).', todo: 'Nếu văn bản gốc khác, báo đơn vị cung cấp chương trình.' },
  'rulebook.valueDoesNotFit': { what: 'Giá trị {value} không hợp với “{title}”.', todo: 'Nhập giá trị cùng loại với giá trị đang dùng.' },
  'rulebook.noEntryThen': { what: '“{title}” chưa có giá trị vào ngày {from}.', todo: 'Chọn ngày từ khi quy định có hiệu lực.' },
  'rulebook.noRulesThen': { what: 'Chưa có quy định nào cho ngày {on}.', why: 'Chương trình biết các quy định từ ngày {first}.', todo: 'Chọn ngày từ {first} trở đi.' },
  'rulebook.noSuchOverride': { what: 'Không tìm thấy giá trị thay này, hoặc đã rút.', todo: 'Tải lại trang Quy định.' },
  'rulebook.overriddenAlready': { what: 'Giá trị từ ngày này đã được thay.', why: 'Mỗi ngày bắt đầu chỉ có một giá trị thay.', todo: 'Rút giá trị thay cũ trước.' },
}
