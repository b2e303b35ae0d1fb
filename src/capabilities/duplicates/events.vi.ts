/** What the entries of this room in the trail are called. */
export const duplicatesEvents: Readonly<Record<string, string>> = {
  'duplicates.lookedFor': 'Tìm hồ sơ trùng', 'duplicates.paired': 'Nghi hai hồ sơ là một người', 'duplicates.keptApart': 'Kết luận là hai người khác nhau', 'duplicates.joined': 'Nhập hai hồ sơ làm một',
  'duplicates.joinedAway': 'Hồ sơ được nhập vào hồ sơ khác', 'duplicates.parted': 'Tách lại hồ sơ đã nhập', 'duplicates.exported': 'Xuất danh sách nghi trùng',
}
