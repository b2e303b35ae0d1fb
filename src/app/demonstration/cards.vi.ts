/** Words of the cards of the invented district. */
export const cardWords = {
  range: 'Quyết định 15-QĐ/TU về giao dải số thẻ đảng viên', decision: 'QĐ/HU', committee: 'Ban Thường vụ Huyện ủy', lost: ['Rơi trên đường đi họp', 'Mất cùng giấy tờ khi nhà bị ngập'], conclusion: 'Kết luận 18-KL/ĐU', damaged: 'Thẻ mờ, không đọc được số',
}
