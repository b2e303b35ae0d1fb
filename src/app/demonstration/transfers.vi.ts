/** Organisations outside, to which members go and from which they come. All invented beside the names of places. */
export const addressBook = [
  { name: 'Đảng ủy phường Trần Phú', superior: 'Thành ủy Hà Giang', abroad: false }, { name: 'Đảng ủy phường Minh Khai', superior: 'Thành ủy Hà Giang', abroad: false },
  { name: 'Đảng ủy xã Tân Thành', superior: 'Huyện ủy Vị Xuyên', abroad: false }, { name: 'Đảng ủy Công ty cổ phần Chè Hùng An', superior: 'Đảng ủy Khối doanh nghiệp tỉnh', abroad: false },
  { name: 'Đảng ủy phường Hòa Lợi', superior: 'Thị ủy Bến Cát, Bình Dương', abroad: false }, { name: 'Đảng ủy Khu công nghiệp Yên Phong', superior: 'Tỉnh ủy Bắc Ninh', abroad: false },
  { name: 'Đảng ủy tại Hàn Quốc', superior: 'Đảng ủy Ngoài nước', abroad: true },
] as const

export const transferWords = {
  notCome: 'Gọi điện không liên lạc được', expired: 'Không nộp giấy, chưa rõ lý do', lost: 'Đảng viên báo mất giấy', removal: 'Chi bộ họp, quá hai phần ba tán thành', joint: 'Sắp xếp lại các chi bộ thôn', extension: 'Công trình kéo dài',
  cancelled: 'Đảng viên thôi chuyển, trở về chi bộ', lettersOf: '{n}-GTSHĐ', decisionOf: '{n}-QĐ/ĐU', noticeOf: '{n}-PB/ĐU',
} as const
