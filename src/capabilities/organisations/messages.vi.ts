import type { RefusalWordsByCode } from '../../platform/words.ts'

export const organisationsRefusals: RefusalWordsByCode = {
  'organisations.notFound': { what: 'Không tìm thấy tổ chức này.', why: 'Mã không đúng, tổ chức chưa thành lập hoặc đã kết thúc vào ngày đang xem, hoặc nằm ngoài phạm vi vai trò.', todo: 'Tìm trong Cây tổ chức.' },
  'organisations.codeTaken': { what: 'Mã {code} đang là mã của {organisation}.', why: 'Trong một ngày, mỗi mã chỉ thuộc một tổ chức.', todo: 'Ghi mã khác, hoặc sửa mã của tổ chức kia trước.' },
  'organisations.topNameMissing': { what: 'Chưa có tên của đảng bộ đứng đầu.', why: 'Sổ tổ chức này chỉ có các tổ chức cơ sở đảng, chưa có cấp trên trực tiếp.', todo: 'Ghi tên đảng bộ đứng đầu rồi nhập lại.' },
  'organisations.registerNotReadable': { what: 'Không đọc được sổ tổ chức: {problem}.', why: 'Sổ tổ chức là tệp JSON gồm tên, mã các tổ chức cơ sở đảng và chi bộ.', todo: 'Sửa tệp rồi nhập lại; chưa có gì được ghi.' },
  'organisations.codeTwiceInRegister': { what: 'Mã {code} có hai lần trong sổ tổ chức.', why: 'Mỗi tổ chức có một mã riêng.', todo: 'Sửa tệp rồi nhập lại; chưa có gì được ghi.' },
  'organisations.parentCannotHave': { what: '{parent} không có {kind} trực thuộc.', why: 'Chi bộ thuộc đảng bộ cơ sở hoặc đảng bộ bộ phận; tổ chức cơ sở đảng thuộc cấp ủy cấp trên trực tiếp.', todo: 'Chọn cấp trên khác hoặc loại hình khác.' },
  'organisations.foundedBeforeParent': { what: 'Ngày thành lập {on} trước ngày {parent} có ({parentFoundedOn}).', why: 'Tổ chức cấp dưới không thể có trước tổ chức cấp trên của nó.', todo: 'Sửa ngày thành lập hoặc chọn cấp trên khác.' },
  'organisations.termEndsBeforeItBegins': { what: 'Nhiệm kỳ kết thúc {until}, không sau ngày bắt đầu {from}.', todo: 'Sửa một trong hai ngày.' },
  'organisations.termsOverlap': { what: '{organisation} đã có nhiệm kỳ {running} chạy đến {lastDay}.', why: 'Trong một ngày, mỗi tổ chức chỉ có một cấp ủy.', todo: 'Ghi ngày bắt đầu sau nhiệm kỳ ấy.' },
  'organisations.termsOverlapAtOnce': { what: 'Tổ chức này đã có cấp ủy trong khoảng ngày ấy.', why: 'Trong một ngày, mỗi tổ chức chỉ có một cấp ủy.', todo: 'Tải lại trang rồi xem lại các nhiệm kỳ.' },
  'organisations.changedAtOnce': { what: 'Tổ chức này vừa được người khác sửa.', todo: 'Tải lại trang rồi ghi lại.' },
  'organisations.standingBoardTooLarge': { what: 'Ban thường vụ {standingSeats} người, nhiều hơn cấp ủy {electedSeats} người.', why: 'Ban thường vụ do cấp ủy bầu trong số cấp ủy viên.', todo: 'Sửa lại số lượng.' },
  'organisations.committeeKindDoesNotFit': { what: 'Loại cấp ủy này không dùng cho {organisation}.', why: 'Chi bộ bầu chi ủy hoặc chỉ bầu bí thư; đảng bộ bầu ban chấp hành.', todo: 'Chọn loại cấp ủy khác.' },
  'organisations.onlyGrassrootsMayBeAuthorised': { what: '{organisation} không phải tổ chức cơ sở đảng.', why: 'Chỉ đảng ủy cơ sở được ủy quyền quyết định kết nạp đảng viên.', todo: 'Chọn đảng bộ cơ sở.' },
  'organisations.authorityUnchanged': { what: 'Thẩm quyền của {organisation} vào ngày ấy vẫn như vậy.', todo: 'Kiểm tra lại ngày bắt đầu.' },
}

/** Kinds of organisation, by their codes. */
export const organisationTypeNames: Readonly<Record<string, string>> = {
  DB_TINH: 'Đảng bộ tỉnh', DB_HUYEN: 'Đảng bộ huyện', DB_XA_CAPTREN: 'Đảng bộ xã, phường, đặc khu', DB_TRUC_THUOC_TINH: 'Đảng bộ trực thuộc tỉnh ủy',
  DB_CO_SO: 'Đảng bộ cơ sở', CB_CO_SO: 'Chi bộ cơ sở', DB_BO_PHAN: 'Đảng bộ bộ phận', DB_TT_CO_SO: 'Đảng bộ trực thuộc cơ sở', CHI_BO: 'Chi bộ',
  TO_DANG: 'Tổ đảng', CB_SH_TAM: 'Chi bộ sinh hoạt tạm thời', TCCSD_LLVT: 'Tổ chức cơ sở đảng trong quân đội, công an', TCCSD_DN: 'Tổ chức cơ sở đảng trong doanh nghiệp',
}

/** What is to be done when a term ends, as lists of due work say it. */
export const dueWords = { holdCongress: 'Chuẩn bị đại hội, ghi kết quả đại hội', termMonths: 'Nhiệm kỳ {months} tháng' } as const

/** How an act of law is told in the history of an organisation. */
export const actNames: Readonly<Record<string, string>> = {
  register: 'Ghi vào sổ tổ chức', founding: 'Thành lập', renaming: 'Đổi tên', typeChange: 'Đổi loại hình', move: 'Chuyển về trực thuộc', merger: 'Sáp nhập',
  split: 'Chia tách', closure: 'Giải thể', handover: 'Bàn giao', authorisation: 'Thay đổi thẩm quyền quyết định kết nạp', counterAct: 'Đính chính quyết định trước', reorganisation: 'Sắp xếp tổ chức',
}

/** What is wrong with a field, as the contract says it. */
export const fieldWords = { code: 'mã chỉ gồm chữ số và dấu chấm', codeOfRegister: 'mã gồm các nhóm chữ số cách nhau bằng dấu chấm' } as const
