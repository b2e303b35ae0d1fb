/** What is said about the reports of the demonstration. */
export const reportWords = {
  returned: 'Biểu 7: số Huy hiệu Đảng đợt 19/5 không khớp danh sách đã tặng, đề nghị rà lại.',
  corrected: 'Ghi bổ sung biến động nhận được sau ngày nộp.',
} as const
