import type { FaultKind } from '../../capabilities/admission/codes.ts'

export const numbers = {
  cellResolution: (number: number) => `${String(number).padStart(2, '0')}-NQ/CB`,
  committeeResolution: (number: number) => `${number}-NQ/ĐU`,
  letter: (number: number) => `${number}-CV/ĐU`,
}

export const verificationPlaces = {
  own: (commune: string) => `Đảng ủy ${commune}`,
  others: ['Đảng ủy xã Xuân Giang, huyện Quang Bình', 'Đảng ủy thị trấn Vị Xuyên, huyện Vị Xuyên', 'Đảng ủy xã Phù Lưu, huyện Hàm Yên, tỉnh Tuyên Quang', 'Đảng ủy xã Lâm Thượng, huyện Lục Yên, tỉnh Yên Bái', 'Đảng ủy xã Hải Anh, huyện Hải Hậu, tỉnh Nam Định', 'Đảng ủy phường Minh Khai, thành phố Hà Giang'],
} as const

export const verificationOutcomes: readonly string[] = ['Nội dung khai đúng với hồ sơ lưu tại địa phương', 'Xác nhận đúng, không có vấn đề gì', 'Xác nhận đúng; gia đình chấp hành tốt chính sách']

/** Reasons for which files come back, by the paper they are about. `mended` tells what the new paper brings. */
export const returnReasons: readonly { readonly documentType: string; readonly kind: FaultKind; readonly what: string; readonly todo: string; readonly weight: number }[] = [
  { documentType: 'KNĐ-2', kind: 'contradiction', what: 'Năm sinh của bố trong lý lịch không khớp xác nhận của nơi thẩm tra', todo: 'Đối chiếu giấy tờ gốc, khai lại và xin xác nhận', weight: 26 },
  { documentType: 'KNĐ-2', kind: 'unsigned', what: 'Lý lịch thiếu dấu giáp lai của đảng ủy', todo: 'Đóng dấu giáp lai đủ các trang', weight: 22 },
  { documentType: 'KNĐ-3', kind: 'stale', what: 'Giấy giới thiệu viết đã quá 12 tháng tính đến ngày chi bộ họp', todo: 'Đề nghị đảng viên giới thiệu viết lại', weight: 18 },
  { documentType: 'KNĐ-5', kind: 'missing', what: 'Chưa có tổng hợp ý kiến nhận xét của đoàn thể và chi ủy nơi cư trú', todo: 'Chi ủy lấy ý kiến và lập bản tổng hợp', weight: 16 },
  { documentType: 'KNĐ-3', kind: 'unsigned', what: 'Giấy giới thiệu chưa có chữ ký của người giới thiệu', todo: 'Người giới thiệu ký, ghi rõ ngày', weight: 8 },
  { documentType: 'KNĐ-4', kind: 'wrongForm', what: 'Nghị quyết giới thiệu đoàn viên không đúng mẫu', todo: 'Ban chấp hành Đoàn lập lại theo mẫu', weight: 9 },
  { documentType: 'KNĐ-1', kind: 'wrongForm', what: 'Đơn xin vào Đảng đánh máy, không do người xin vào Đảng tự viết', todo: 'Người xin vào Đảng tự viết lại đơn', weight: 9 },
  { documentType: 'KNĐ-6', kind: 'contradiction', what: 'Số phiếu trong nghị quyết chi bộ không khớp biên bản', todo: 'Chi bộ đối chiếu biên bản, lập lại nghị quyết', weight: 10 },
  { documentType: 'KNĐ-CN', kind: 'illegible', what: 'Bản chụp giấy chứng nhận mờ, không đọc được số', todo: 'Nộp bản chụp rõ', weight: 5 },
]

/** The two reasons of the file that the secretary of the demonstration has to mend. */
export const stagedReasons = {
  stale: (signedOn: string) => ({ documentType: 'KNĐ-3', kind: 'stale' as const, what: `Giấy giới thiệu ký ${signedOn}, đến ngày chi bộ họp đã hơn 13 tháng`, todo: 'Đề nghị người giới thiệu viết lại' }),
  missing: { documentType: 'KNĐ-5', kind: 'missing' as const, what: 'Chưa có tổng hợp ý kiến nhận xét của đoàn thể và chi ủy nơi cư trú', todo: 'Chi ủy lấy ý kiến và lập bản tổng hợp' },
}

export const earlyFaults: readonly { readonly documentType: string; readonly kind: FaultKind; readonly what: string }[] = [
  { documentType: 'KNĐ-1', kind: 'wrongForm', what: 'Đơn đánh máy, cần tự viết' }, { documentType: 'KNĐ-2', kind: 'unsigned', what: 'Thiếu chữ ký ở trang cuối' }, { documentType: 'KNĐ-2', kind: 'contradiction', what: 'Quê quán ghi khác nhau ở hai mục' },
]

export const mentorRemarks: readonly string[] = [
  'Giữ vững lập trường, chấp hành tốt điều lệ và nghị quyết.', 'Tham gia sinh hoạt đều, hoàn thành việc được phân công.', 'Có tiến bộ rõ trong phát biểu xây dựng chi bộ.', 'Đóng đảng phí đúng hạn, gương mẫu ở khu dân cư.', 'Đang học lớp đảng viên mới; cần sắp xếp thời gian sinh hoạt.',
]

export const lateReasons: readonly string[] = ['Đảng viên đi làm xa, chi bộ chưa họp đủ', 'Chờ giấy chứng nhận lớp đảng viên mới', 'Hồ sơ bàn giao thiếu, phải tìm lại']
export const extensionReason = 'Cần thẩm tra thêm lý lịch bên vợ'
export const takenOverBasis = 'Danh sách nhận bàn giao, lý lịch đảng viên'
export const centreNumber = (number: number, year: string) => `${number}/${year}-ĐVM`
export const ceremonyConsent = (number: number) => `${number}-CV/HU đồng ý tổ chức lễ kết nạp sau 30 ngày làm việc`

/** What a reminder said had to be done. */
/** What the leader wrote when giving work, and what the officer answered. */
export const assignedWords = {
  note: 'Làm việc với đảng ủy xã, báo lại trước hội nghị.', givenBack: 'Chi bộ đang họp lại cấp ủy, đề nghị giao đảng ủy xã theo dõi.', done: 'Đã làm việc với chi bộ, chi bộ đã làm xong.',
  returned: 'Bổ sung sớm để kịp kỳ họp ban thường vụ tháng này.',
} as const

export const remindedOf: Readonly<Record<string, string>> = {
  sendUp: 'Gửi lên đảng ủy', recordDecision: 'Quyết định kết nạp', recordCeremony: 'Tổ chức lễ kết nạp', recordDossierOpened: 'Lập lý lịch đảng viên và phiếu đảng viên', resend: 'Bổ sung rồi gửi lại hồ sơ',
  recordConfirmationVote: 'Chi bộ họp xét công nhận chính thức', recordConfirmationDecision: 'Quyết định công nhận chính thức', recordReceipt: 'Nhận quyết định kết nạp',
  recordCommitteeVote: 'Đảng ủy họp xét, biểu quyết', sendToDeciding: 'Gửi lên Ban Tổ chức', submitForDecision: 'Trình ban thường vụ', assignMentor: 'Phân công đảng viên giúp đỡ',
}
