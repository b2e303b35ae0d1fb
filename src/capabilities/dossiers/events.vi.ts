/** What the entries of this room in the trail are called. */
export const dossiersEvents: Readonly<Record<string, string>> = {
  'dossiers.opened': 'Lập hồ sơ giấy', 'dossiers.described': 'Ghi nơi để và việc phát sinh của hồ sơ', 'dossiers.read': 'Mở xem hồ sơ giấy', 'dossiers.exported': 'Xuất tình trạng hồ sơ',
  'dossiers.admissionTakenIn': 'Nhận tài liệu từ hồ sơ kết nạp', 'dossiers.itemRecorded': 'Ghi tài liệu vào hồ sơ', 'dossiers.itemCorrected': 'Sửa tài liệu trong hồ sơ', 'dossiers.itemMarked': 'Ghi tình trạng tài liệu',
  'dossiers.scanKept': 'Thêm bản quét', 'dossiers.scanWasHere': 'Gửi lại bản quét đã có', 'dossiers.scanMoved': 'Chuyển bản quét sang tài liệu khác', 'dossiers.scanRead': 'Mở xem bản quét',
  'dossiers.lent': 'Cho mượn hồ sơ', 'dossiers.returned': 'Nhận lại hồ sơ cho mượn', 'dossiers.handedOver': 'Bàn giao hồ sơ', 'dossiers.keeperMoved': 'Đổi nơi giữ hồ sơ', 'dossiers.handoverRead': 'Mở xem danh sách bàn giao',
  'dossiers.lossStated': 'Ghi tường trình mất hồ sơ', 'dossiers.lossConfirmed': 'Ghi xác nhận mất hồ sơ', 'dossiers.remade': 'Ghi khôi phục hồ sơ', 'dossiers.inspectionPlanned': 'Lập cuộc kiểm tra hồ sơ',
  'dossiers.sampleDrawn': 'Chọn hồ sơ kiểm tra', 'dossiers.dossierExamined': 'Ghi đã xem hồ sơ', 'dossiers.findingRecorded': 'Ghi thiếu sót của hồ sơ', 'dossiers.inspectionClosed': 'Kết thúc kiểm tra hồ sơ',
  'dossiers.findingMended': 'Ghi đã khắc phục thiếu sót',
}
