/** What is shown while the demonstration is being made. */
export const progressWords = {
  invent: 'Đang đặt ra tổ chức và con người', organisations: 'Ghi tổ chức đảng', access: 'Ghi người dùng', members: 'Ghi đảng viên và quá trình',
  sources_and_targets: 'Ghi nguồn kết nạp, chỉ tiêu, đoàn thể', admission: 'Ghi hồ sơ kết nạp và công nhận', reminders: 'Ghi việc đã nhắc', member_sheet: 'Ghi phiếu đảng viên', finish: 'Dựng cây tổ chức và nhật ký',
} as const

export const makerName = 'Bộ minh họa'
