/** How the timeline of a person tells what was done to cards; a card that was handed over is told by its number. */
export const lifeWords = {
  decided: { first: 'Quyết định phát thẻ đảng viên số {number}', exchange: 'Quyết định đổi thẻ đảng viên, số {number}', reissue: 'Quyết định cấp lại thẻ đảng viên, số {number}', takenOver: 'Thẻ đảng viên số {number}' },
  cause: 'Lý do: {cause}', reported: 'Báo mất thẻ đảng viên số {number}', lostOn: 'Mất ngày {lostOn}', found: 'Tìm thấy thẻ đảng viên số {number}',
  concludeLost: 'Kết luận mất thẻ đảng viên số {number}', replace: 'Thôi dùng thẻ đảng viên số {number}, đã có thẻ mới', withdraw: 'Thu thẻ đảng viên số {number}', leaveToFamily: 'Để thẻ đảng viên số {number} lại cho gia đình',
  giveBack: 'Trả lại thẻ đảng viên số {number}',
} as const
