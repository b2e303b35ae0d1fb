/** Words of the endings of membership of the invented district. */
export const endingWords = {
  reasons: ['Không tham gia sinh hoạt ba tháng liền, không có lý do', 'Tự trả thẻ, không tiếp tục sinh hoạt', 'Đã giáo dục mười hai tháng, không tiến bộ'], resignation: 'Đơn xin ra khỏi Đảng, hoàn cảnh gia đình', death: 'Trích lục khai tử', committee: 'Ban Thường vụ Huyện ủy',
  open: ['Đi làm ăn xa, không liên lạc, không đóng đảng phí', 'Nhiều lần vắng họp không có lý do', 'Gửi đơn xin ra khỏi Đảng vì điều kiện gia đình'],
}
