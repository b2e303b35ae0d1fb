/** What the planted faults of the demonstration say. Everything is invented. */
export const faultWords = { degree: 'Cử nhân', workshop: 'Công nhân hợp tác xã cơ khí', asides: ['Đã hỏi gia đình, không còn giấy tờ nào ghi ngày, tháng sinh', 'Lý lịch gốc chỉ ghi năm sinh, cấp ủy đã xác nhận'] } as const
