/** Titles of the exported lists, the beginnings of their file names, and the titles of their columns. */
export const listWords = {
  members: { title: 'Danh sách đảng viên', file: 'danh-sach-dang-vien' },
  organisations: { title: 'Cây tổ chức đảng', file: 'to-chuc-dang' },
  dossiers: { title: 'Tình trạng hồ sơ đảng viên', file: 'ho-so-giay' },
  dossierUnits: { title: 'Tình trạng hồ sơ theo đơn vị', file: 'ho-so-giay-theo-don-vi' },
  loans: { title: 'Sổ hồ sơ cho mượn', file: 'ho-so-cho-muon' },
  handovers: { title: 'Các lần bàn giao hồ sơ', file: 'ban-giao-ho-so' },
  handover: { title: 'Danh mục hồ sơ bàn giao', file: 'danh-muc-ban-giao' },
  inspections: { title: 'Các cuộc kiểm tra hồ sơ', file: 'kiem-tra-ho-so' },
  inspection: { title: 'Kết quả kiểm tra hồ sơ', file: 'ket-qua-kiem-tra-ho-so' },
  findingKinds: { title: 'Thiếu sót của hồ sơ theo loại', file: 'thieu-sot-theo-loai' },
  proposals: { title: 'Đề nghị sửa hồ sơ', file: 'de-nghi-sua' },
  campaigns: { title: 'Các đợt bổ sung hồ sơ', file: 'dot-bo-sung' },
  campaign: { title: 'Tình hình khai phiếu bổ sung', file: 'phieu-bo-sung' },
  sources: { title: 'Quần chúng đang theo dõi', file: 'nguon-ket-nap' },
  sourceCells: { title: 'Nguồn kết nạp theo chi bộ', file: 'nguon-theo-chi-bo' },
  targets: { title: 'Chỉ tiêu kết nạp', file: 'chi-tieu-ket-nap' },
  massOrganisations: { title: 'Rà soát các đoàn thể', file: 'doan-the' },
  admissionCases: { title: 'Hồ sơ kết nạp đang làm', file: 'ho-so-ket-nap' },
  recognitions: { title: 'Công nhận đảng viên chính thức', file: 'cong-nhan-chinh-thuc' },
  work: { title: 'Việc cần làm', file: 'viec-can-lam' },
  names: { title: 'Danh sách sau một con số', file: 'danh-sach-theo-so' },
  term: { title: 'Tổng quan nhiệm kỳ', file: 'tong-quan-nhiem-ky' },
  imports: { title: 'Các lần nhập danh sách', file: 'cac-lan-nhap' },
  importRows: { title: 'Các dòng của một lần nhập', file: 'dong-nhap' },
  onlyHere: { title: 'Đảng viên chỉ có trong sổ', file: 'chi-co-trong-so' },
  users: { title: 'Người dùng', file: 'nguoi-dung' },
  trail: { title: 'Nhật ký', file: 'nhat-ky' },
  reconciliations: { title: 'Đối chiếu danh sách', file: 'doi-chieu' },
  reconciliationLines: { title: 'Danh sách đối chiếu của một tổ chức', file: 'doi-chieu-danh-sach' },
  agreedNames: { title: 'Danh sách đã chốt khi đối chiếu', file: 'doi-chieu-da-chot' },
  rules: { title: 'Quy định đang áp dụng', file: 'quy-dinh' },
} as const

export const titles = {
  asOfDay: 'Tính đến ngày', ours: 'Sổ', theirs: 'Cơ sở', nowCount: 'Sổ hiện nay', differences: 'Chênh lệch', openOnes: 'Chờ giải quyết', standingOnes: 'Ý kiến khác nhau', phase: 'Tình trạng', signedBelow: 'Cơ sở ký', signedAbove: 'Cấp trên ký',
  mark: 'Đánh dấu', said: 'Cơ sở nói', differenceKind: 'Chênh lệch', differenceState: 'Kết quả', taskOwner: 'Việc của', decided: 'Căn cứ, lý do',
  fullName: 'Họ và tên', otherName: 'Tên gọi khác', bornOn: 'Sinh ngày', bornYear: 'Năm sinh', women: 'Nữ', ethnicity: 'Dân tộc', cell: 'Chi bộ', organisation: 'Đảng bộ', unit: 'Đơn vị',
  decidedOn: 'Ngày quyết định kết nạp', admittedOn: 'Ngày vào Đảng', confirmedOn: 'Ngày chính thức', cardNumber: 'Số thẻ đảng viên', status: 'Trạng thái', identity: 'Số định danh (bốn số cuối)',
  code: 'Mã', name: 'Tên', kind: 'Loại', above: 'Trực thuộc', cells: 'Số chi bộ', members: 'Đảng viên', full: 'Chính thức', probationary: 'Dự bị', womenCount: 'Nữ', minority: 'Dân tộc thiểu số', termEnds: 'Nhiệm kỳ đến',
  place: 'Nơi để hồ sơ', required: 'Phải có', present: 'Đã có', absent: 'Không có, có lý do', unreadable: 'Không đọc được', lost: 'Thất lạc', missing: 'Còn thiếu', missingNames: 'Tài liệu còn thiếu',
  opened: 'Đã lập hồ sơ', complete: 'Hồ sơ đủ', document: 'Tài liệu', borrower: 'Người mượn', purpose: 'Mục đích', lentOn: 'Ngày mượn', dueOn: 'Hạn', returnedOn: 'Ngày trả',
  from: 'Bên giao', to: 'Bên nhận', on: 'Ngày', handedBy: 'Người giao', receivedBy: 'Người nhận', basis: 'Căn cứ', count: 'Số hồ sơ', papers: 'Số tài liệu', pages: 'Số trang',
  decision: 'Quyết định', period: 'Thời gian', drawn: 'Số hồ sơ chọn', examined: 'Đã xem', findings: 'Thiếu sót', mended: 'Đã khắc phục', late: 'Quá hạn', closedOn: 'Kết thúc', guidance: 'Hướng dẫn', mendBy: 'Hạn khắc phục',
  total: 'Tổng số', open: 'Chưa khắc phục', byYear: 'Theo năm', items: 'Mục', reason: 'Lý do', by: 'Người đề nghị', state: 'Tình trạng', year: 'Năm', askedOn: 'Ngày phát', asked: 'Chưa khai', answered: 'Đã khai', checked: 'Đã kiểm tra', takenIn: 'Đã nhận', returned: 'Trả lại', answeredOn: 'Ngày khai',
  stage: 'Giai đoạn', mentor: 'Người giúp đỡ', certificate: 'Chứng nhận học lớp còn giá trị đến', lastRemark: 'Nhận xét gần nhất', union: 'Đoàn thể',
  lastAdmission: 'Kết nạp gần nhất', averageAge: 'Tuổi trung bình', young: 'Chính thức dưới 35 tuổi', followed: 'Đang theo dõi', classDone: 'Đã học lớp', files: 'Hồ sơ đang làm', target: 'Chỉ tiêu', admitted: 'Đã kết nạp', short: 'Còn thiếu',
  given: 'Được giao', passedOn: 'Đã giao xuống', behind: 'Chậm so với nhịp', thisYear: 'Năm nay', unionTotal: 'Tổng số đoàn viên, hội viên', partyMembers: 'Là đảng viên', nonMembers: 'Chưa là đảng viên', reviewedOn: 'Ngày rà soát',
  daysInStage: 'Số ngày ở giai đoạn này', next: 'Việc tiếp theo', owner: 'Người làm', openedOn: 'Ngày lập', ceremony: 'Ngày lễ kết nạp', probationEnd: 'Hết dự bị', confirmsOn: 'Ngày chính thức sẽ là', hasClass: 'Đã học lớp đảng viên mới', papersMissing: 'Giấy tờ còn thiếu',
  workKind: 'Việc', who: 'Người', reminded: 'Đã nhắc ngày', workingDays: 'Số ngày làm việc (quá hạn ghi số âm)',
  figure: 'Chỉ số', value: 'Số', decisionNumber: 'Số quyết định', file: 'Tệp', startedOn: 'Ngày nhập', startedBy: 'Người nhập', rows: 'Số dòng', newRows: 'Mới', changed: 'Thay đổi', same: 'Không đổi', doubtful: 'Nghi ngờ', faulty: 'Lỗi', onlyHere: 'Chỉ có trong sổ',
  row: 'Dòng', sheet: 'Trang tính', outcome: 'Kết quả', changes: 'Trong sổ → trong tệp', checkedBy: 'Phần mềm 4.0 kiểm tra', signIn: 'Tên đăng nhập', roles: 'Vai trò đang giữ', seen: 'Lần vào gần nhất', ended: 'Ngừng dùng từ',
  at: 'Lúc', actor: 'Người làm', role: 'Vai trò', what: 'Việc', about: 'Về', details: 'Nội dung', topic: 'Quy định', since: 'Từ ngày', source: 'Căn cứ văn bản', certainty: 'Mức đối chiếu', overridden: 'Đã thay giá trị',
} as const

export const cellWords = {
  tick: 'x', yes: 'Có', no: 'Chưa', noDossier: 'Chưa lập', wholeDossier: 'Cả hồ sơ', change: '{field}: {old} → {new}', blank: '(trống)', detail: '{label}: {value}', finding: '{kind}: {note}', mended: 'đã khắc phục {day}',
  roleAt: '{role}: {place}', overriddenYes: 'Có', decisionOn: '{number}, {day}', from: '{from} – {until}', returnedReasons: 'Trả lại, {n} lý do', everywhere: 'Toàn đảng bộ',
} as const

export const certaintyWords = { verified: 'Đã đối chiếu văn bản', secondary: 'Theo nguồn thứ hai', memory: 'Chưa đối chiếu', inferred: 'Suy ra' } as const
export const outcomeWords = { new: 'Mới', changed: 'Có thay đổi', same: 'Không đổi', doubtful: 'Nghi ngờ', faulty: 'Lỗi' } as const
export const proposalStateWords = { open: 'Đang xem xét', approved: 'Đã duyệt', refused: 'Không duyệt', withdrawn: 'Đã rút' } as const
export const supplementStateWords = { asked: 'Chưa khai', answered: 'Đã khai', checked: 'Chi bộ đã kiểm tra', takenIn: 'Đã nhận vào hồ sơ', returned: 'Trả lại để khai lại' } as const

/** Figures of the overview of a term, in its order. */
export const termWords = {
  members: 'Đảng viên', probationary: 'Trong đó: dự bị', women: 'Trong đó: nữ', ethnicMinority: 'Trong đó: dân tộc thiểu số', cells: 'Chi bộ', grassroots: 'Tổ chức cơ sở đảng',
  target: 'Chỉ tiêu kết nạp của nhiệm kỳ', admitted: 'Đã kết nạp từ đầu nhiệm kỳ', behind: 'Chậm so với nhịp thời gian', inYear: 'Kết nạp năm {year}', lastTwelve: 'Kết nạp trong 12 tháng qua', late: 'Việc quá hạn',
  over24: 'Chi bộ không kết nạp quá 24 tháng', twoTerms: 'Chi bộ không kết nạp quá hai nhiệm kỳ', followingNobody: 'Chi bộ không theo dõi quần chúng nào', followed: 'Quần chúng đang theo dõi', classDone: 'Quần chúng đã học lớp nhận thức về Đảng',
  nonMembers: 'Chưa là đảng viên: {union}', behindOf: 'Chậm so với nhịp: {organisation}',
} as const
