/** What the entries of this room in the trail are called. */
export const cardsEvents: Readonly<Record<string, string>> = {
  'cards.rangeGiven': 'Giao dải số thẻ đảng viên', 'cards.rangeClosed': 'Thôi dùng dải số thẻ đảng viên', 'cards.cardProposed': 'Đề nghị thẻ đảng viên', 'cards.cardDropped': 'Bỏ đề nghị thẻ đảng viên', 'cards.cardDecided': 'Quyết định thẻ đảng viên',
  'cards.cardsDecided': 'Ghi quyết định phát thẻ đảng viên', 'cards.cardHandedOver': 'Trao thẻ đảng viên', 'cards.lossReported': 'Báo mất thẻ đảng viên', 'cards.lossConcluded': 'Kết luận việc mất thẻ đảng viên',
  'cards.cardWithdrawn': 'Thu thẻ đảng viên', 'cards.cardGivenBack': 'Trả lại thẻ đảng viên', 'cards.cardsTakenOver': 'Đưa số thẻ trong sổ đảng viên vào sổ thẻ',
}
