/** What is said in the reconciliation of the demonstration. All people invented. */
export const reconcilingWords = {
  round: 'Đối chiếu cuối quý',
  died: 'Mất tháng trước, gia đình đã báo chi bộ', moved: 'Chuyển đi làm ở Bắc Ninh', corrected: 'Tên đúng theo giấy khai sinh', came: 'Chuyển đến, đã nộp giấy giới thiệu', admitted: 'Mới kết nạp', question: 'Không hiểu dấu “hỏi lại”; dùng Đúng, Sai, Thừa hoặc Thiếu.',
  rejected: 'Theo hồ sơ gốc, sổ ghi đúng', standing: 'Cơ sở cho rằng đã chuyển đi, cấp trên chưa nhận được phiếu báo',
  newcomers: [['Hà Duy Dũng', '1992-04-11'], ['Nông Thu Liên', '1993-09-02'], ['Lù Seo Lử', '1990-02-01']],
  signers: ['Hoàng Thị Mến', 'Nông Văn Thắng', 'Đặng Thị Hạnh', 'Bàn Văn Tiến', 'Lý Thị Xuyến'],
  middle: ['Văn', 'Vân'],
} as const
