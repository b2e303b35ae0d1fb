/** What the member sheets of the demonstration say. Everything is invented. */
export const sheetWords = {
  history: (year: number) => `Lý lịch đảng viên năm ${year}`, register: 'Sổ hộ khẩu', identityCard: 'Căn cước công dân', birthCertificate: 'Giấy khai sinh', moved: 'Chuyển nhà, nhập khẩu nơi ở mới', wrong: 'Gõ nhầm khi nhập danh sách', newWork: 'Đổi nghề',
  wrongPhone: 'Đổi số điện thoại', ownWord: 'Bản khai của đảng viên', farming: 'Làm ruộng', school: 'Học sinh trường phổ thông', army: 'Bộ đội', private: 'Chiến sĩ', cellMember: 'Đảng viên', work: (occupation: string, place: string) => `${occupation}, ${place}`,
  politicalSchool: 'Trung tâm bồi dưỡng chính trị huyện Bắc Quang', politicalSubject: 'Sơ cấp lý luận chính trị', inService: 'Tại chức', certificate: 'Chứng chỉ', union: 'Hội Nông dân Việt Nam', language: 'Tiếng dân tộc Tày', fluent: 'Nói thành thạo',
  award: 'Giấy khen của Ủy ban nhân dân xã', award2: 'Bằng khen của Ủy ban nhân dân tỉnh', givenBy: 'Chủ tịch Ủy ban nhân dân', health: ['Tốt', 'Khá', 'Trung bình'], backgrounds: ['Bần nông', 'Trung nông', 'Công nhân', 'Cán bộ, viên chức'], income: (million: number) => `${million} triệu đồng một người một năm`,
  house: 'Nhà sàn gỗ, 90 m²', land: 'Đất ở 300 m², đất sản xuất 0,8 ha', relations: { father: 'Bố đẻ', mother: 'Mẹ đẻ', wife: 'Vợ', husband: 'Chồng', child: 'Con' }, member: 'Đảng viên',
  town: 'Tổ 6, Thị trấn Việt Quang, huyện Bắc Quang, tỉnh Hà Giang', trades: ['Buôn bán nhỏ', 'Lái xe', 'Thợ mộc', 'Trồng cam'], refused: 'Chưa kèm giấy tờ', returned: 'Ghi thiếu nơi công tác',
} as const
