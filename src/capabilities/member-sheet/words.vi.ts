import type { FieldKey, GroupKey, ListKey, SecrecyClass } from './catalogue.ts'

export const groupNames: Readonly<Record<GroupKey, string>> = {
  numbers: 'Số lý lịch, số thẻ', person: 'Bản thân', places: 'Quê quán, nơi cư trú', joining: 'Vào Đảng', entering: 'Đoàn thể, tuyển dụng, quân đội',
  education: 'Trình độ, đào tạo', health: 'Sức khỏe, chính sách', career: 'Quá trình hoạt động và công tác', awards: 'Khen thưởng', discipline: 'Kỷ luật',
  history: 'Đặc điểm lịch sử bản thân', foreign: 'Quan hệ với nước ngoài', family: 'Quan hệ gia đình', economy: 'Hoàn cảnh kinh tế', declaration: 'Tự nhận xét, cam đoan',
}

export const fieldNames: Readonly<Record<FieldKey, string>> = {
  historyNumber: 'Số lý lịch', cardNumber: 'Số thẻ đảng viên',
  fullName: 'Họ và tên đang dùng', sex: 'Giới tính', otherName: 'Họ tên khai sinh, tên gọi khác', alias: 'Bí danh', bornOn: 'Sinh ngày (theo hồ sơ gốc)', bornOnOtherPapers: 'Sinh ngày theo giấy tờ khác',
  ethnicity: 'Dân tộc', religion: 'Tôn giáo', familyBackground: 'Thành phần gia đình', occupation: 'Nghề nghiệp hiện nay', identityNumber: 'Số định danh cá nhân', oldIdentityNumber: 'Số CMND cũ',
  phone: 'Điện thoại', note: 'Ghi chú',
  birthRegistration: 'Nơi đăng ký khai sinh', birthPlace: 'Nơi sinh', nativePlace: 'Quê quán', residence: 'Nơi thường trú', temporaryResidence: 'Nơi tạm trú',
  admittedOn: 'Ngày vào Đảng', decidedOn: 'Ngày quyết định kết nạp', confirmedOn: 'Ngày chính thức', admissionCell: 'Vào Đảng tại chi bộ', introducers: 'Người giới thiệu, chức vụ', confirmationCell: 'Được công nhận tại chi bộ',
  exemptedOn: 'Ngày miễn công tác và sinh hoạt đảng',
  recruitedOn: 'Ngày được tuyển dụng', recruitedBy: 'Cơ quan tuyển dụng', youthUnionOn: 'Ngày vào Đoàn', youthUnionPlace: 'Nơi vào Đoàn', enlistedOn: 'Ngày nhập ngũ', dischargedOn: 'Ngày xuất ngũ',
  generalEducation: 'Giáo dục phổ thông', profession: 'Chuyên môn, nghiệp vụ', degree: 'Học vị', academicTitle: 'Học hàm', politicalTheory: 'Lý luận chính trị', computing: 'Tin học',
  health: 'Sức khỏe', woundedClass: 'Thương binh loại', martyrFamily: 'Gia đình liệt sĩ', meritFamily: 'Gia đình có công',
  ownHistory: 'Lịch sử bản thân', income: 'Thu nhập bình quân', house: 'Nhà ở', land: 'Đất ở, đất sản xuất', farm: 'Trang trại', hiredLabour: 'Số lao động thuê mướn', assets: 'Tài sản có giá trị lớn',
  selfAssessment: 'Tự nhận xét', declaredAt: 'Nơi khai', declaredOn: 'Ngày khai',
}

export const listNames: Readonly<Record<ListKey, string>> = {
  unionMemberships: 'Tham gia các tổ chức xã hội', languages: 'Ngoại ngữ, tiếng dân tộc', politicalTraining: 'Bồi dưỡng lý luận chính trị', studies: 'Đào tạo chuyên môn',
  career: 'Tóm tắt quá trình hoạt động và công tác', awards: 'Khen thưởng', badges: 'Huy hiệu Đảng', titles: 'Danh hiệu được phong', discipline: 'Kỷ luật',
  historyNotes: 'Đặc điểm lịch sử', travelAbroad: 'Đi nước ngoài', foreignRelations: 'Quan hệ với người nước ngoài', family: 'Quan hệ gia đình',
}

/** Columns of the lists, by list and name. */
export const columnNames: Readonly<Record<ListKey, Readonly<Record<string, string>>>> = {
  unionMemberships: { organisation: 'Tổ chức', from: 'Từ ngày', place: 'Tại' },
  languages: { language: 'Ngoại ngữ hoặc tiếng dân tộc', level: 'Trình độ' },
  politicalTraining: { school: 'Tên trường', subject: 'Ngành học, lớp', from: 'Từ', to: 'Đến', form: 'Hình thức', diploma: 'Văn bằng, chứng chỉ' },
  studies: { school: 'Tên trường', subject: 'Ngành học', from: 'Từ', to: 'Đến', form: 'Hình thức', diploma: 'Văn bằng, chứng chỉ' },
  career: { work: 'Làm gì, ở đâu', position: 'Chức vụ', from: 'Từ', to: 'Đến' },
  awards: { award: 'Hình thức', on: 'Ngày', decision: 'Quyết định số', givenBy: 'Cấp quyết định' },
  badges: { badge: 'Loại Huy hiệu', on: 'Ngày' },
  titles: { title: 'Danh hiệu', on: 'Ngày', givenBy: 'Cấp quyết định' },
  discipline: { side: 'Bên xử lý', measure: 'Hình thức', on: 'Ngày', reason: 'Lý do', decidedBy: 'Cấp quyết định' },
  historyNotes: { about: 'Về việc', note: 'Nội dung', from: 'Từ', to: 'Đến' },
  travelAbroad: { country: 'Nước', purpose: 'Mục đích', from: 'Từ', to: 'Đến' },
  foreignRelations: { who: 'Người, tổ chức', relation: 'Quan hệ', country: 'Nước', note: 'Nội dung' },
  family: { relation: 'Quan hệ', name: 'Họ và tên', born: 'Sinh', origin: 'Quê quán', residence: 'Nơi ở', occupation: 'Nghề nghiệp', partyStatus: 'Đảng viên, đoàn viên' },
}

/** Names of the covered classes, as the one who opens them chooses. */
export const className: Readonly<Record<SecrecyClass, string>> = {
  open: 'Thông tin chung', personal: 'Thông tin cá nhân', religion: 'Dân tộc, tôn giáo', identity: 'Số định danh', health: 'Sức khỏe, chính sách (mục 18)', family: 'Gia đình (mục 10, 29)',
  discipline: 'Kỷ luật (mục 26)', history: 'Lịch sử bản thân (mục 27)', foreign: 'Quan hệ với nước ngoài (mục 28)', economy: 'Hoàn cảnh kinh tế (mục 30)',
}

/** How a value is said. */
export const saidWords = {
  male: 'Nam', female: 'Nữ', otherDay: '{date} (nguồn: {paper})', differs: 'Khác hồ sơ gốc: {date} (nguồn: {paper})', unitSince: '{text} (từ {day}: {unit})',
  span: '{from} – {to}', until: 'đến {to}', since: 'từ {from}',
} as const
