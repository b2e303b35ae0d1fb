/** Words of the badges and rulings of the invented district. */
export const badgeWords = { lostTouch: 'Mất liên lạc với chi bộ khi đi làm ăn xa, sau đó sinh hoạt lại', rulingNumber: '17-QĐ/HU', fromPapers: 'Theo giấy chứng nhận Huy hiệu trong hồ sơ' }
