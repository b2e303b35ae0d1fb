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
}

/** One text, filled in. */
export const word = (key: keyof typeof words, values: Parameters<typeof fill>[1] = {}): string => fill(words[key], values)
