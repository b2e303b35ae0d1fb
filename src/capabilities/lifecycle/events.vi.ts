/** What the entries of this room in the trail are called. */
export const lifecycleEvents: Readonly<Record<string, string>> = {
  'lifecycle.badgeProposed': 'Đề nghị tặng Huy hiệu Đảng', 'lifecycle.badgeWithdrawn': 'Rút đề nghị tặng Huy hiệu Đảng', 'lifecycle.badgesDecided': 'Ghi quyết định tặng Huy hiệu Đảng', 'lifecycle.badgeAwarded': 'Tặng Huy hiệu Đảng',
  'lifecycle.badgeRecorded': 'Ghi Huy hiệu Đảng đã tặng trước đây', 'lifecycle.badgeRevoked': 'Bỏ Huy hiệu Đảng ghi nhầm', 'lifecycle.badgesExported': 'Xuất danh sách Huy hiệu Đảng',
  'lifecycle.partyAgeRuled': 'Ghi quyết định về tuổi Đảng', 'lifecycle.rulingWithdrawn': 'Bỏ quyết định về tuổi Đảng',
}
