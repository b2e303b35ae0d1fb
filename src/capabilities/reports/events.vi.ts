/** What the entries of this room in the trail are called. */
export const reportsEvents: Readonly<Record<string, string>> = {
  'reports.periodOpened': 'Mở kỳ báo cáo', 'reports.dueDayChanged': 'Đổi hạn nộp báo cáo', 'reports.submitted': 'Nộp báo cáo thống kê', 'reports.approved': 'Duyệt báo cáo thống kê', 'reports.returned': 'Trả lại báo cáo thống kê', 'reports.correctionAsked': 'Yêu cầu sửa báo cáo thống kê đã duyệt',
  'reports.exported': 'Xuất báo cáo thống kê',
}
