import type { RefusalWordsByCode } from '../../platform/words.ts'

export const statisticsRefusals: RefusalWordsByCode = {
  'statistics.noSuchOrganisation': { what: 'Không có tổ chức mang mã {code} vào ngày này.', why: 'Mã không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Kiểm tra mã trong Cây tổ chức.' },
  'statistics.nothingYet': { what: 'Chưa có tổ chức nào.', todo: 'Nhập sổ tổ chức trước.' },
  'statistics.termUnknown': { what: 'Chưa biết nhiệm kỳ của “{organisation}”.', why: 'Số kết nạp đếm từ đầu nhiệm kỳ.', todo: 'Ghi nhiệm kỳ cấp ủy, hoặc chọn khoảng thời gian.' },
}
