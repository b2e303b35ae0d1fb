/** What the entries of this room in the trail are called. */
export const sourcesAndTargetsEvents: Readonly<Record<string, string>> = {
  'sourcesAndTargets.applicationRecorded': 'Ghi đơn xin vào Đảng', 'sourcesAndTargets.certificateRecorded': 'Ghi giấy chứng nhận lớp nhận thức', 'sourcesAndTargets.massReviewRecorded': 'Ghi rà soát đoàn thể',
  'sourcesAndTargets.mentorAssigned': 'Phân công giúp đỡ', 'sourcesAndTargets.mentorLeft': 'Người giúp đỡ thôi là đảng viên', 'sourcesAndTargets.prospectAdded': 'Đưa vào nguồn kết nạp', 'sourcesAndTargets.prospectDescribed': 'Sửa ngày theo dõi, đoàn thể, nơi phát hiện', 'sourcesAndTargets.prospectClosed': 'Thôi theo dõi',
  'sourcesAndTargets.prospectMoved': 'Chuyển nơi theo dõi', 'sourcesAndTargets.remarkRecorded': 'Ghi nhận xét quý', 'sourcesAndTargets.targetAssigned': 'Giao chỉ tiêu',
  'sourcesAndTargets.targetsUnchanged': 'Giao chỉ tiêu, không đổi',
}
