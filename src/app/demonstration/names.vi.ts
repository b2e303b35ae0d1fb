/** Family, middle and given names by ethnic group, put together by chance. */
export type NameStock = {
  readonly families: readonly (readonly [string, number])[]
  readonly maleMiddle: readonly (readonly [string, number])[]
  readonly femaleMiddle: readonly (readonly [string, number])[]
  readonly maleGiven: readonly string[]
  readonly femaleGiven: readonly string[]
}

const maleMiddle = [['Văn', 46], ['Đức', 9], ['Xuân', 8], ['Ngọc', 7], ['Quang', 6], ['Minh', 5], ['Đình', 5], ['Thanh', 4], ['Hữu', 3], ['Công', 3], ['Mạnh', 2], ['Trung', 2]] as const
const femaleMiddle = [['Thị', 72], ['Thị Thu', 4], ['Thị Thanh', 4], ['Thị Minh', 3], ['Thị Hồng', 3], ['Thị Bích', 3], ['Thu', 4], ['Ngọc', 3], ['Thùy', 2], ['Kim', 2]] as const
const maleGiven = ['An', 'Bình', 'Cảnh', 'Chiến', 'Chung', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Điệp', 'Định', 'Đoàn', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hòa', 'Hoàn', 'Học', 'Hùng', 'Huy', 'Hưng', 'Khải', 'Khánh', 'Kiên', 'Lâm', 'Linh', 'Long', 'Lợi', 'Luân', 'Lực', 'Mạnh', 'Minh', 'Nam', 'Nghĩa', 'Nhất', 'Phong', 'Phúc', 'Quân', 'Quyết', 'Quyền', 'Sơn', 'Sinh', 'Tài', 'Tâm', 'Thái', 'Thành', 'Thắng', 'Thịnh', 'Thiện', 'Thuận', 'Tiến', 'Tính', 'Toàn', 'Trường', 'Tú', 'Tuấn', 'Tùng', 'Tuyên', 'Tuyển', 'Việt', 'Vinh', 'Vượng', 'Yên'] as const
const femaleGiven = ['Anh', 'Bích', 'Bình', 'Chi', 'Chuyên', 'Diệp', 'Dung', 'Duyên', 'Đào', 'Điệp', 'Gấm', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hiệp', 'Hoa', 'Hòa', 'Hoài', 'Hồng', 'Huế', 'Huệ', 'Hương', 'Hường', 'Huyền', 'Khuyên', 'Lan', 'Lệ', 'Liên', 'Liễu', 'Linh', 'Loan', 'Luyến', 'Lý', 'Mai', 'Minh', 'Nga', 'Ngân', 'Ngọc', 'Nhàn', 'Nhung', 'Oanh', 'Phương', 'Phượng', 'Quyên', 'Quỳnh', 'Sen', 'Tâm', 'Thảo', 'Thắm', 'Thoa', 'Thu', 'Thủy', 'Thúy', 'Tình', 'Trang', 'Tuyết', 'Uyên', 'Vân', 'Xuân', 'Yến'] as const

const common = { maleMiddle, femaleMiddle, maleGiven, femaleGiven }

export const nameStocks: Readonly<Record<string, NameStock>> = {
  'Tày': { ...common, families: [['Hoàng', 30], ['Nông', 22], ['Ma', 16], ['Nguyễn', 14], ['Lý', 6], ['Hà', 6], ['Lương', 5], ['Đặng', 4], ['Hứa', 4], ['La', 4], ['Mai', 3], ['Quan', 3], ['Lộc', 3], ['Triệu', 2], ['Bế', 2], ['Cam', 2]] },
  'Kinh': { ...common, families: [['Nguyễn', 38], ['Trần', 12], ['Lê', 9], ['Phạm', 8], ['Vũ', 7], ['Đỗ', 5], ['Bùi', 4], ['Hoàng', 4], ['Đặng', 3], ['Ngô', 3], ['Dương', 2], ['Đinh', 2], ['Phan', 2], ['Trịnh', 2], ['Đoàn', 1], ['Lưu', 1]] },
  'Dao': {
    families: [['Triệu', 24], ['Bàn', 22], ['Đặng', 16], ['Phàn', 14], ['Lý', 10], ['Chảo', 6], ['Tẩn', 5], ['Trương', 3]],
    maleMiddle: [['Văn', 40], ['Tiến', 8], ['Quý', 8], ['Kim', 8], ['Phúc', 8], ['Chàn', 7], ['Dào', 7], ['Sành', 7], ['Tà', 7]],
    femaleMiddle: [['Thị', 62], ['Mùi', 12], ['Mản', 10], ['Tả', 8], ['Thị Kim', 8]],
    maleGiven: ['Páo', 'Quý', 'Phấu', 'Chẩn', 'Vạng', 'Siểu', 'Kinh', 'Tỉnh', 'Hin', 'Nhậy', 'Tòng', 'Phin', 'Ghển', 'Lụa', 'Minh', 'Hùng', 'Thanh', 'Long', 'Tiến', 'Sơn', 'Phúc', 'Tài'],
    femaleGiven: ['Mùi', 'Pham', 'Mẩy', 'Nhàn', 'Ghến', 'Lai', 'Liều', 'Chày', 'Phấy', 'Sim', 'Lan', 'Hoa', 'Hương', 'Liên', 'Thu', 'Nga', 'Xuân'],
  },
  'Nùng': {
    families: [['Nông', 20], ['Lù', 14], ['Hoàng', 14], ['Vi', 8], ['Lèng', 8], ['Cháng', 8], ['Sùng', 6], ['Lùng', 6], ['Thèn', 6], ['Vương', 5], ['Phù', 5], ['Lục', 4]],
    maleMiddle: [['Văn', 60], ['Seo', 8], ['Chí', 8], ['Xuân', 8], ['Đức', 8], ['Quốc', 8]],
    femaleMiddle: [['Thị', 84], ['Seo', 6], ['Thu', 5], ['Thị Thanh', 5]],
    maleGiven: ['Dín', 'Sèn', 'Phà', 'Chung', 'Thắng', 'Páo', 'Lìn', 'Tờ', 'Hùng', 'Quyết', 'Sơn', 'Thành', 'Lử', 'Cường', 'Dũng', 'Toản', 'Hòa'],
    femaleGiven: ['Slao', 'Nhình', 'Lả', 'Phin', 'Mến', 'Sen', 'Liên', 'Hoa', 'Nga', 'Thơm', 'Bích', 'Hồng', 'Nguyệt', 'Dung'],
  },
  'Mông': {
    families: [['Giàng', 20], ['Vàng', 18], ['Sùng', 16], ['Thào', 12], ['Vừ', 10], ['Lầu', 8], ['Hầu', 6], ['Mua', 5], ['Cư', 5]],
    maleMiddle: [['A', 34], ['Seo', 18], ['Mí', 18], ['Chá', 8], ['Văn', 14], ['Xuân', 8]],
    femaleMiddle: [['Thị', 70], ['Mí', 10], ['Seo', 10], ['Thị Mai', 10]],
    maleGiven: ['Páo', 'Sính', 'Dình', 'Lử', 'Chứ', 'Tủa', 'Vàng', 'Sử', 'Pó', 'Già', 'Nô', 'Khai', 'Súng', 'Lềnh', 'Thắng', 'Hùng'],
    femaleGiven: ['Mỷ', 'Máy', 'Sua', 'Dợ', 'Chở', 'Say', 'Dế', 'Và', 'Pà', 'Mai', 'Dính', 'Hoa'],
  },
  'La Chí': {
    families: [['Vương', 26], ['Long', 24], ['Lùng', 16], ['Ly', 14], ['Tận', 12], ['Xin', 8]],
    maleMiddle: [['Văn', 62], ['Đức', 12], ['Xuân', 12], ['Seo', 14]], femaleMiddle: [['Thị', 90], ['Thu', 10]],
    maleGiven: ['Sáng', 'Diu', 'Páo', 'Dìn', 'Phong', 'Tuyến', 'Cường', 'Thành', 'Quang', 'Hải'],
    femaleGiven: ['Mận', 'Sen', 'Liên', 'Hoa', 'Nhì', 'Thu', 'Hạnh', 'Mai'],
  },
  'Pà Thẻn': {
    families: [['Phù', 24], ['Làn', 20], ['Xìn', 16], ['Hủng', 14], ['Tải', 12], ['Ván', 8], ['Sình', 6]],
    maleMiddle: [['Văn', 64], ['Đức', 12], ['Láo', 12], ['Xuân', 12]], femaleMiddle: [['Thị', 88], ['Mùi', 12]],
    maleGiven: ['Thành', 'Phong', 'Tư', 'Tỉnh', 'Kinh', 'Lá', 'Quang', 'Minh', 'Sơn', 'Vạn'],
    femaleGiven: ['Mùi', 'Phiền', 'Hương', 'Lan', 'Sỉn', 'Mai', 'Xuân', 'Hoa'],
  },
  'Giáy': {
    families: [['Lò', 24], ['Vàng', 22], ['Lù', 18], ['Hoàng', 14], ['Phan', 12], ['Nông', 10]],
    maleMiddle: [['Văn', 72], ['Đức', 14], ['Xuân', 14]], femaleMiddle: [['Thị', 90], ['Thu', 10]],
    maleGiven: ['Dìn', 'Phong', 'Sơn', 'Thắng', 'Khai', 'Hùng', 'Chung'], femaleGiven: ['Mai', 'Sen', 'Hoa', 'Nga', 'Phương', 'Dung'],
  },
  'Hoa': {
    families: [['Lý', 20], ['Vương', 18], ['Trương', 16], ['Hoàng', 14], ['Lưu', 12], ['Tống', 10], ['Ngô', 10]],
    maleMiddle: [['Văn', 44], ['Quốc', 18], ['Chí', 18], ['Minh', 20]], femaleMiddle: [['Thị', 72], ['Mỹ', 14], ['Tố', 14]],
    maleGiven: ['Sáng', 'Cường', 'Phát', 'Lâm', 'Minh', 'Quảng', 'Hưng'], femaleGiven: ['Liên', 'Phượng', 'Mai', 'Linh', 'Dung', 'Hà'],
  },
  'Ngạn': { ...common, families: [['Hoàng', 30], ['Nguyễn', 22], ['Lương', 18], ['Nông', 16], ['Mai', 14]] },
  'Mường': { ...common, families: [['Bùi', 34], ['Đinh', 26], ['Quách', 22], ['Hà', 18]] },
  'Sán Chay': { ...common, families: [['Trần', 26], ['Hoàng', 22], ['La', 18], ['Ninh', 18], ['Nịnh', 16]] },
}

/** The majority of the country; all others are ethnic minorities. */
export const MAJORITY = 'Kinh'

/** The minorities of the district and how often each is met where nothing else is said. */
export const minorities: readonly (readonly [string, number])[] = [
  ['Tày', 700], ['Dao', 140], ['Nùng', 66], ['Mông', 46], ['La Chí', 14], ['Pà Thẻn', 13], ['Hoa', 4], ['Giáy', 5], ['Ngạn', 6], ['Mường', 3], ['Sán Chay', 3],
]

/** Names that well-known people bear or bore: chance must not bring them back. */
export const wellKnownNames: readonly string[] = [
  'Hồ Chí Minh', 'Nguyễn Ái Quốc', 'Võ Nguyên Giáp', 'Phạm Văn Đồng', 'Trường Chinh', 'Lê Duẩn', 'Tôn Đức Thắng', 'Nguyễn Văn Linh', 'Đỗ Mười', 'Lê Đức Anh',
  'Võ Văn Kiệt', 'Lê Khả Phiêu', 'Nông Đức Mạnh', 'Trần Đức Lương', 'Phan Văn Khải', 'Nguyễn Minh Triết', 'Nguyễn Tấn Dũng', 'Nguyễn Phú Trọng', 'Trương Tấn Sang',
  'Nguyễn Sinh Hùng', 'Trần Đại Quang', 'Nguyễn Xuân Phúc', 'Nguyễn Thị Kim Ngân', 'Vương Đình Huệ', 'Võ Văn Thưởng', 'Phạm Minh Chính', 'Tô Lâm', 'Lương Cường',
  'Trần Thanh Mẫn', 'Phan Đình Trạc', 'Nguyễn Hòa Bình', 'Trần Phú', 'Lê Hồng Phong', 'Hà Huy Tập', 'Nguyễn Văn Cừ', 'Hoàng Văn Thụ', 'Nguyễn Thị Minh Khai',
  'Lê Đức Thọ', 'Văn Tiến Dũng', 'Hoàng Minh Giám', 'Chu Văn Tấn', 'Vừ Mí Kẻ', 'Triệu Tài Vinh', 'Sèn Chỉn Ly', 'Nguyễn Văn Sơn', 'Đặng Quốc Khánh', 'Hầu A Lềnh',
  'Giàng Seo Phử', 'Vàng Seo Phử', 'Nông Quốc Tuấn', 'Hà Thị Khiết', 'Nguyễn Thị Bình', 'Nguyễn Thị Định', 'Trần Hưng Đạo', 'Lý Thường Kiệt', 'Lê Lợi', 'Nguyễn Trãi',
]
