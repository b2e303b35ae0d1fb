/** What the entries of this room in the trail are called. */
export const membersEvents: Readonly<Record<string, string>> = {
  'members.admitted': 'Ghi kết nạp đảng viên', 'members.awayRecorded': 'Ghi đi làm ăn xa', 'members.confirmed': 'Ghi công nhận chính thức', 'members.corrected': 'Đính chính thông tin',
  'members.correctedFromList': 'Cập nhật từ danh sách nhập', 'members.departed': 'Ghi ra khỏi Đảng, từ trần, chuyển đi', 'members.exported': 'Xuất danh sách đảng viên',
  'members.cameBack': 'Ghi đảng viên chuyển về từ ngoài', 'members.stayRecorded': 'Ghi sinh hoạt tạm thời ở nơi khác', 'members.stayRestated': 'Ghi lại thời gian sinh hoạt tạm thời',
  'members.cardNumberWritten': 'Ghi số thẻ đảng viên',
  'members.excuseRenewed': 'Ghi lại hạn được vắng',
  'members.moved': 'Chuyển chi bộ', 'members.personAdded': 'Thêm người', 'members.postEnded': 'Ghi thôi chức vụ', 'members.postTaken': 'Ghi giữ chức vụ', 'members.returnRecorded': 'Ghi đã về',
  'members.statusChanged': 'Ghi trạng thái đảng viên', 'members.disciplineLaid': 'Ghi thời gian thi hành kỷ luật', 'members.disciplineLifted': 'Bỏ thời gian thi hành kỷ luật', 'members.restored': 'Khôi phục đảng tịch',
  'members.revealed': 'Mở xem số giấy tờ', 'members.sourceTakenBack': 'Rút lại danh sách đã nhập', 'members.takenOver': 'Nhận đảng viên từ danh sách',
}
