/** What the entries of this room in the trail are called. */
export const reconcilingEvents: Readonly<Record<string, string>> = {
  'reconciling.opened': 'Mở đối chiếu danh sách', 'reconciling.listTaken': 'Tải danh sách đối chiếu, mở số giấy tờ', 'reconciling.marked': 'Đánh dấu danh sách đối chiếu', 'reconciling.restMarked': 'Đánh dấu đúng các dòng còn lại',
  'reconciling.missingAdded': 'Thêm người còn thiếu vào đối chiếu', 'reconciling.returnRead': 'Đọc thử bản đánh dấu', 'reconciling.returnTaken': 'Nhận bản đánh dấu', 'reconciling.differenceAssigned': 'Giao việc giải quyết chênh lệch',
  'reconciling.differencesSettled': 'Ghi chênh lệch đã giải quyết', 'reconciling.differenceDecided': 'Kết luận về chênh lệch', 'reconciling.signed': 'Ký chốt số đối chiếu', 'reconciling.signatureWithdrawn': 'Rút chữ ký chốt số',
}
