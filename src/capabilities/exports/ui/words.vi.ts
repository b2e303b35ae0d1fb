import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the page of this room. */
const words = {
  title: 'Xuất tệp nhập liệu 4.0',
  menu: 'Xuất tệp 4.0',
  lead: 'Tệp theo mẫu nhập liệu 4.0 của phần mềm cơ sở dữ liệu đảng viên, cho một chi bộ hoặc một tổ chức cơ sở đảng. Các danh sách khác tải ngay trên trang của danh sách đó.',
  trail: 'Các bản đã xuất',
  place: 'Tổ chức đảng',
  placeHint: 'Gõ tên chi bộ hoặc đảng bộ cơ sở.',
  reason: 'Lý do xuất (được ghi vào nhật ký)',
  reasonHint: 'Tệp có đủ số định danh, dân tộc, tôn giáo của mọi người trong tổ chức; mỗi đảng viên xem được ai đã lấy và vì sao.',
  take: 'Tải tệp 4.0',
  noPlace: 'Chưa chọn tổ chức đảng.',
  noReason: 'Chưa điền lý do xuất. Ghi ngắn gọn, ví dụ: nộp Đảng ủy xã.',
  done: 'Đã tải tệp nhập liệu 4.0; đã ghi vào nhật ký',
  afterTitle: 'Sau khi tải',
  afterEdit: 'Điền các ô còn trống; không đổi dòng tiêu đề và các cột ID, Họ và tên, Sinh ngày, Tổ chức Đảng sinh hoạt.',
  afterBack: 'Nhập lại tệp ở mục Nhập danh sách: chỉ những ô đã sửa mới là thay đổi, ô giữ nguyên không bị hỏi lại.',
  afterKeep: 'Tệp chứa dữ liệu cá nhân nhạy cảm: giữ trên máy của cơ quan, xóa khi xong việc.',
} as const

export const word = (key: keyof typeof words, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)
