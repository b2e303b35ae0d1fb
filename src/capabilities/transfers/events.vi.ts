/** What the entries of this room in the trail are called. */
export const transfersEvents: Readonly<Record<string, string>> = {
  'transfers.open': 'Lập việc chuyển sinh hoạt', 'transfers.sendUp': 'Gửi lên xét chuyển sinh hoạt', 'transfers.issueLetter': 'Cấp giấy giới thiệu sinh hoạt đảng', 'transfers.handOver': 'Giao giấy giới thiệu cho đảng viên',
  'transfers.reportNotCome': 'Báo đảng viên chưa đến', 'transfers.voidLetter': 'Hủy giấy giới thiệu', 'transfers.present': 'Ghi nộp giấy giới thiệu', 'transfers.assignCell': 'Giao chi bộ tiếp nhận',
  'transfers.sendBack': 'Trả lại giấy giới thiệu', 'transfers.accept': 'Tiếp nhận sinh hoạt đảng', 'transfers.confirmOutside': 'Ghi phiếu báo nơi đến đã tiếp nhận', 'transfers.extend': 'Gia hạn sinh hoạt tạm thời',
  'transfers.recordReturn': 'Ghi hết sinh hoạt tạm thời', 'transfers.proposeRemoval': 'Đề nghị xóa tên vì không nộp giấy giới thiệu', 'transfers.recordRemoval': 'Ghi quyết định xóa tên', 'transfers.cancel': 'Dừng việc chuyển sinh hoạt',
  'transfers.addressAdded': 'Thêm nơi đến ngoài đảng bộ', 'transfers.exported': 'Xuất danh sách chuyển sinh hoạt', 'transfers.decidedTogether': 'Chuyển nhiều đảng viên theo một quyết định',
}
