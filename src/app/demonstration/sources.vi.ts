export const centre = 'Trung tâm Bồi dưỡng chính trị huyện Bắc Quang'
export const certificateNumber = (number: number, year: string) => `${number}/${year}-CN`

/** Movements and models through which people were noticed. */
export const foundThrough: readonly string[] = [
  'Phong trào “Toàn dân đoàn kết xây dựng nông thôn mới”', 'Mô hình trồng cam sành theo VietGAP', 'Mô hình chăn nuôi trâu vỗ béo', 'Tổ hợp tác trồng chè Shan', 'Phong trào thôn Tự chủ - Tự quản',
  'Phong trào “Thanh niên tình nguyện”', 'Mô hình nuôi cá bỗng', 'Câu lạc bộ “5 không, 3 sạch”', 'Mô hình rừng trồng gỗ lớn', 'Phong trào “Cựu chiến binh gương mẫu”', 'Tổ tự quản đường biên, an ninh thôn bản', 'Mô hình nuôi ong lấy mật',
]
export const foundAtWork: readonly string[] = [
  'Phong trào thi đua “Dạy tốt - Học tốt”', 'Phong trào “Lao động giỏi, lao động sáng tạo”', 'Hội thi tay nghề của ngành', 'Phong trào “Văn hóa công sở”', 'Sáng kiến cải tiến kỹ thuật cấp cơ sở',
]

/** The kind of a finding by its words. */
export function foundBy(through: string): 'movement' | 'model' | 'village' | 'union' | 'work' {
  if (foundAtWork.includes(through)) return 'work'
  if (/tự quản|Tự quản/.test(through)) return 'village'
  if (/Thanh niên|Cựu chiến binh|Câu lạc bộ/.test(through)) return 'union'
  return /^(Mô hình|Tổ hợp tác)/.test(through) ? 'model' : 'movement'
}

const good = [
  'Chấp hành tốt chủ trương, chính sách; tích cực tham gia việc chung của thôn.', 'Hoàn thành việc được giao, được bà con tín nhiệm.', 'Gia đình gương mẫu, kinh tế khá; vận động được nhiều hộ cùng làm.',
  'Tham gia đầy đủ sinh hoạt đoàn thể, có trách nhiệm.', 'Đã hoàn thành nhiệm vụ thử thách chi bộ giao trong quý.', 'Nhận thức về Đảng tốt, động cơ đúng đắn.',
]
const middling = ['Còn rụt rè khi phát biểu, cần giúp đỡ thêm.', 'Có thời gian đi làm xa, chưa tham gia đều.', 'Cần bồi dưỡng thêm về nhận thức.', 'Hoàn thành việc được giao nhưng còn chậm.']
export const remarks = { good, middling } as const

export const closeNotes: Readonly<Record<'moved' | 'unsuitable' | 'withdrawn' | 'died', readonly string[]>> = {
  moved: ['Chuyển đến nơi khác sinh sống', 'Đi lao động ở nước ngoài', 'Chuyển công tác'],
  unsuitable: ['Chưa đủ điều kiện, chi bộ thống nhất đưa ra khỏi nguồn', 'Không tham gia hoạt động trong nhiều quý'],
  withdrawn: ['Có đơn xin thôi, lý do gia đình'],
  died: ['Từ trần'],
}

export const resolutionNumber = (number: number) => `${String(number).padStart(2, '0')}-NQ/CB`
