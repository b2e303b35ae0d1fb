/** What the entries of this room in the trail are called. */
export const lifecycleEvents: Readonly<Record<string, string>> = {
  'lifecycle.badgeProposed': 'Đề nghị tặng Huy hiệu Đảng', 'lifecycle.badgeWithdrawn': 'Rút đề nghị tặng Huy hiệu Đảng', 'lifecycle.badgesDecided': 'Ghi quyết định tặng Huy hiệu Đảng', 'lifecycle.badgeAwarded': 'Tặng Huy hiệu Đảng',
  'lifecycle.badgeRecorded': 'Ghi Huy hiệu Đảng đã tặng trước đây', 'lifecycle.badgeRevoked': 'Bỏ Huy hiệu Đảng ghi nhầm', 'lifecycle.badgesExported': 'Xuất danh sách Huy hiệu Đảng',
  'lifecycle.partyAgeRuled': 'Ghi quyết định về tuổi Đảng', 'lifecycle.rulingWithdrawn': 'Bỏ quyết định về tuổi Đảng',
  'lifecycle.disciplineRecorded': 'Ghi quyết định kỷ luật', 'lifecycle.complaintRecorded': 'Ghi khiếu nại kỷ luật', 'lifecycle.disciplineUpheld': 'Giữ nguyên quyết định kỷ luật', 'lifecycle.disciplineAnnulled': 'Hủy quyết định kỷ luật',
  'lifecycle.memberSuspended': 'Ghi đình chỉ sinh hoạt đảng', 'lifecycle.suspensionExtended': 'Gia hạn đình chỉ sinh hoạt đảng', 'lifecycle.suspensionLifted': 'Cho sinh hoạt trở lại',
  'lifecycle.endingOpened': 'Đưa ra xét xóa tên, xin ra khỏi Đảng', 'lifecycle.endingVoted': 'Ghi biểu quyết xóa tên, xin ra khỏi Đảng', 'lifecycle.endingDecided': 'Ghi quyết định xóa tên, cho ra khỏi Đảng', 'lifecycle.endingDropped': 'Thôi xét xóa tên, xin ra khỏi Đảng',
  'lifecycle.deathRecorded': 'Ghi đảng viên từ trần', 'lifecycle.endingComplained': 'Ghi khiếu nại việc xóa tên', 'lifecycle.endingUpheld': 'Giữ nguyên quyết định xóa tên', 'lifecycle.endingAnnulled': 'Khôi phục đảng tịch',
  'lifecycle.memberExempted': 'Ghi miễn công tác và sinh hoạt đảng', 'lifecycle.exemptionEnded': 'Ghi sinh hoạt trở lại sau miễn', 'lifecycle.measuresOpened': 'Mở xem nội dung kỷ luật, đình chỉ', 'lifecycle.endingsOpened': 'Mở xem lý do ra khỏi Đảng, khiếu nại', 'lifecycle.measuresExported': 'Xuất danh sách kỷ luật, miễn sinh hoạt',
}
