/** Who borrows dossiers, and for what. */
export const borrowers = [
  { borrower: 'Ban Tổ chức Huyện ủy', purpose: 'Thẩm định hồ sơ quy hoạch' },
  { borrower: 'Ủy ban Kiểm tra Huyện ủy', purpose: 'Kiểm tra khi có đơn' },
  { borrower: 'Chi bộ', purpose: 'Bổ sung lý lịch' },
  { borrower: 'Văn phòng Đảng ủy', purpose: 'Làm thủ tục tặng Huy hiệu Đảng' },
]

/** Inspections: the oldest first. */
export const inspections: readonly { readonly number: string; readonly decidedDaysAgo: number; readonly closed?: string }[] = [
  { number: '21-QĐ/BTC', decidedDaysAgo: 420, closed: 'Hồ sơ cơ bản đầy đủ. Còn thiếu phiếu bổ sung ở nhiều chi bộ; đảng ủy cơ sở khắc phục trước ngày hẹn.' },
  { number: '34-QĐ/BTC', decidedDaysAgo: 62 },
]

export const findingWords = {
  mended: 'Đã bổ sung, có xác nhận của đảng ủy',
  found: [
    { kind: 'missing', code: 'KNĐ-2', note: 'Không có lý lịch của người xin vào Đảng', guidance: 'Tìm ở hồ sơ lưu của chi bộ; không còn thì đảng viên tường trình' },
    { kind: 'notSupplemented', code: 'HSĐV-3', note: 'Chưa có phiếu bổ sung năm trước', guidance: 'Đảng viên khai, chi bộ xác nhận' },
    { kind: 'unsigned', code: 'HSĐV-1', note: 'Lý lịch thiếu xác nhận của cấp ủy', guidance: 'Trình đảng ủy xác nhận, đóng dấu' },
    { kind: 'contradiction', code: 'HSĐV-2', note: 'Ngày vào Đảng trên phiếu khác quyết định', guidance: 'Đối chiếu quyết định kết nạp, sửa theo đúng thủ tục' },
    { kind: 'altered', code: 'HSĐV-2', note: 'Tẩy xóa ngày sinh', guidance: 'Cấp ủy có thẩm quyền xác nhận chỗ sửa' },
    { kind: 'badOrder', code: null, note: 'Tài liệu chưa đánh số, chưa lập mục lục', guidance: 'Sắp xếp theo thứ tự danh mục' },
  ],
} as const

/** Who hands dossiers over, to whom, and on which ground. */
export const handoverWords = {
  sealed: 'Hồ sơ niêm phong, đảng viên mang theo', office: 'Ma Thị Hòa, chuyên viên Ban Tổ chức', receiver: 'Văn phòng Đảng ủy', letter: 'Giấy giới thiệu chuyển sinh hoạt đảng',
  order: 'Công văn 112-CV/BTC, 06/3/2017: giao đảng ủy cơ sở giữ hồ sơ đảng viên',
} as const
