/** How the timeline of a person tells what this room keeps. */
export const lifeWords = {
  awarded: 'Tặng Huy hiệu {years} năm tuổi Đảng', early: 'Tặng Huy hiệu {years} năm tuổi Đảng, xét sớm', posthumous: 'Truy tặng Huy hiệu {years} năm tuổi Đảng',
  interruption: 'Quyết định về tuổi Đảng: không tính từ {from} đến trước {until}', interruptionOpen: 'Quyết định về tuổi Đảng: không tính từ {from}', countedFrom: 'Quyết định về tuổi Đảng: tính lại từ {from}',
  discipline: 'Kỷ luật {measure} ({authority} quyết định)', ground: 'Lý do: {ground}', effect: 'Thi hành đến hết {lastDay}; trong thời gian ấy chưa xét tặng Huy hiệu Đảng', expelled: 'Ra khỏi Đảng từ ngày có hiệu lực',
  complained: 'Khiếu nại quyết định kỷ luật {number}', upheld: 'Giữ nguyên quyết định kỷ luật {number}', annulled: 'Hủy quyết định kỷ luật {number}', annulledEffect: 'Quyết định bị hủy không còn tác dụng nào',
  suspended: 'Đình chỉ sinh hoạt đảng: {ground}', suspendedUntil: 'Không dự sinh hoạt đảng đến hết {lastDay}', suspendedOpen: 'Không dự sinh hoạt đảng đến khi có kết quả tố tụng',
  extended: 'Gia hạn đình chỉ sinh hoạt đảng đến hết {lastDay}', lifted: 'Sinh hoạt trở lại sau đình chỉ',
  endingComplained: 'Khiếu nại quyết định {number}: {kind}', endingUpheld: 'Giữ nguyên quyết định {number}: {kind}', endingAnnulled: 'Hủy quyết định {number}: {kind}',
} as const
