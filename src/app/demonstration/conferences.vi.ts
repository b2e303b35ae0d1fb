export const conferenceWords = {
  title: 'Hội nghị bàn giải pháp đẩy mạnh kết nạp đảng viên', place: 'Hội trường Huyện ủy',
  sections: [
    { title: 'Kết quả từ đầu nhiệm kỳ', text: 'Số kết nạp tăng so với cùng kỳ nhiệm kỳ trước nhưng chưa theo kịp nhịp thời gian của nghị quyết. Phần lớn người mới là giáo viên, cán bộ xã; người ở thôn bản còn ít.' },
    { title: 'Nơi chậm và nguyên nhân', text: 'Một số xã có chi bộ nhiều năm không kết nạp. Thanh niên đi làm xa, việc cử đi học lớp nhận thức còn đợi đủ số; nhiều chi bộ thôn chưa theo dõi quần chúng nào.\nHồ sơ trả lại nhiều vì thiếu xác nhận nơi làm việc cũ.' },
  ],
  findings: ['Chi bộ thôn vùng cao thiếu nguồn: người dưới 35 tuổi đi làm ngoài tỉnh quá nửa năm.', 'Việc giúp đỡ quần chúng ở vài nơi còn giao cho một đảng viên kèm nhiều người.'],
  experience: 'Mỗi đảng viên trẻ kèm hai quần chúng ở tổ hợp tác; chi ủy nghe báo cáo từng quý, học lớp nhận thức ngay trong năm đầu.',
  solutions: {
    nobody: 'Mỗi chi bộ chưa theo dõi ai giới thiệu ít nhất một quần chúng ưu tú', moved: 'Đưa các hồ sơ đã đủ giấy tờ ra chi bộ xét trong quý', unmoved: 'Đảng ủy xã về dự sinh hoạt, gỡ từng hồ sơ còn vướng',
    commune: 'Rà soát thanh niên làm kinh tế giỏi, bổ sung nguồn của các thôn', cell: 'Phân công đảng viên giúp đỡ thêm một quần chúng của thôn',
  },
  places: { district: 'toàn huyện', commune: 'các thôn', cell: 'thôn' },
  answer: 'Hai hồ sơ đã ra chi bộ xét, một hồ sơ còn đợi xác nhận nơi làm việc cũ.',
  conclusion: 'Thống nhất báo cáo và năm giải pháp. Ban Tổ chức theo dõi, ba tháng báo cáo Ban Thường vụ một lần; nơi chưa chuyển biến phải nói rõ lý do.',
} as const
