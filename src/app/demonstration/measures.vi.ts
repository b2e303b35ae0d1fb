/** Words of the disciplines and suspensions of the invented district. */
export const measureWords = {
  grounds: ['Vi phạm quy định về quản lý đất đai', 'Thiếu trách nhiệm trong nhiệm vụ được giao', 'Vi phạm trật tự an toàn giao thông', 'Không chấp hành nghị quyết của chi bộ'],
  inquiry: 'Đang xem xét kỷ luật, có dấu hiệu cản trở việc kiểm tra', committee: 'Ban Thường vụ Huyện ủy',
}
