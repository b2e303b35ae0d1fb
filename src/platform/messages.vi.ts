import type { RefusalWordsByCode } from './words.ts'

export const platformRefusals: RefusalWordsByCode = {
  'platform.notSignedIn': { what: 'Chưa đăng nhập hoặc phiên làm việc đã hết.', todo: 'Đăng nhập lại; những gì đã điền vẫn còn trên màn hình.' },
  'platform.notAllowed': { what: 'Vai trò đang dùng không làm được việc này.', why: 'Việc này thuộc thẩm quyền của vai trò khác.', todo: 'Đổi vai trò, hoặc báo người có thẩm quyền.' },
  'platform.notFound': { what: 'Không tìm thấy.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Về Việc cần làm, hoặc đổi vai trò.' },
  'platform.requestKeyReused': { what: 'Mã lần gửi này đã dùng cho một việc khác.', why: 'Mỗi lần gửi có một mã riêng để không ghi hai lần.', todo: 'Tải lại trang rồi gửi lại.' },
  'platform.fieldNotValid': { what: 'Mục “{field}” chưa đúng: {problem}.', todo: 'Sửa mục này rồi gửi lại.' },
  'platform.bodyNotReadable': { what: 'Không đọc được nội dung gửi lên.', why: 'Nội dung phải là JSON hoặc biểu mẫu tệp, chữ mã UTF-8, còn nguyên vẹn.', todo: 'Gửi lại; nếu vẫn lỗi, báo người quản trị.' },
  'platform.bodyTooLarge': { what: 'Nội dung gửi lên quá lớn.', why: 'Mỗi lần gửi tối đa {limit}.', todo: 'Chia nhỏ hoặc giảm dung lượng tệp.' },
  'platform.textNotReadable': { what: 'Có ký tự không lưu được.', todo: 'Gõ lại phần chữ vừa dán.' },
  'platform.crossSite': { what: 'Yêu cầu đến từ trang khác nên không được nhận.', todo: 'Mở trang Đảng vụ và làm lại việc này.' },
  'platform.staleVersion': { what: 'Phần này vừa được người khác sửa.', why: 'Bản đang xem là bản {seen}, bản mới nhất là bản {latest}.', todo: 'Tải lại để so sánh hai bản; phần đã điền không mất.' },
  'platform.failed': { what: 'Máy chủ gặp lỗi, chưa ghi được.', todo: 'Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị mã {reference}.' },
}

/** What can be wrong with a field of a request, by the kind of what was expected. */
export const fieldProblems = {
  missing: 'chưa điền',
  kinds: {
    string: 'phải là chữ', number: 'phải là số', int: 'phải là số nguyên', boolean: 'phải là có hoặc không (true, false)', array: 'phải là một danh sách',
    object: 'phải gồm các mục con', record: 'phải gồm các mục con', file: 'phải là một tệp',
  } as Readonly<Record<string, string>>,
  kindOfOther: 'không đúng kiểu dữ liệu',
  tooBig: { text: 'dài quá {limit} ký tự', list: 'có quá {limit} mục', number: 'nhiều nhất là {limit}' },
  tooSmall: { text: 'ngắn hơn {limit} ký tự', list: 'phải có ít nhất {limit} mục', number: 'ít nhất là {limit}' },
  formats: { uuid: 'không phải một mã định danh', datetime: 'thời điểm phải viết như 2018-10-05T08:00:00+07:00' } as Readonly<Record<string, string>>,
  formatOfOther: 'viết không đúng mẫu',
  notAmong: 'phải là một trong các giá trị {values}',
  other: 'không đúng',
  requestKey: 'phải là một mã UUID',
}

/** What a request body without a field's name is called, and the limits of what may be sent. */
export const requestWords = { wholeBody: 'nội dung', jsonOrFileLimit: '1 MB (tệp: 20 MB)' }

export const productName = 'Đảng vụ'

/** Who acts when nobody is signed in. */
export const actorNames = { keeper: 'Người quản trị máy chủ', nobody: 'Người chưa đăng nhập' } as const

/** What stands for a fact that is not known. */
