import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the page of the trail. `{…}` is filled in by `word`. */
const words = {
  title: 'Nhật ký',
  ofPerson: 'Mọi việc liên quan đến {name}',
  back: 'Trang đảng viên',
  summary: 'Mỗi dòng được nối với dòng trước, không sửa, không xóa được.',
  filterSince: 'Từ ngày',
  filterUntil: 'Đến ngày',
  filterDayHint: 'Ví dụ: 01/10/2018',
  filterKind: 'Loại',
  filterBy: 'Người làm',
  changes: 'Thay đổi',
  looks: 'Mở xem, xuất ra',
  columnAt: 'Lúc',
  columnBy: 'Người làm',
  columnWhat: 'Việc',
  columnAbout: 'Về',
  columnDetails: 'Nội dung',
  look: 'Mở xem',
  detail: '{label}: {value}',
  empty: 'Không có dòng nào.',
  exports: 'Chỉ các bản xuất',
  exportTitle: 'Tải danh sách ra Excel',
  exportReason: 'Lý do tải (được ghi vào nhật ký)',
  exportHint: 'Tải mọi dòng đang lọc, không chỉ trang đang xem. Đầu tệp ghi số bản xuất, người tải, giờ tải và lý do.',
  exportTake: 'Tải về',
  exportMissing: 'Chưa điền lý do tải. Ghi ngắn gọn, ví dụ: báo cáo đảng ủy.',
  exportDone: 'Đã tải danh sách; đã ghi vào nhật ký',
}

/** One text, filled in. */
export const word = (key: keyof typeof words, values: Parameters<typeof fill>[1] = {}): string => fill(words[key], values)
