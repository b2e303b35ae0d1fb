import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { CarriedKind, Fate, PeopleRule, PlanState } from './codes.ts'

export const reorganisationRefusals: RefusalWordsByCode = {
  'reorganisation.planNotFound': { what: 'Không tìm thấy phương án sắp xếp này.', why: 'Địa chỉ không đúng, hoặc phương án nằm ngoài phạm vi vai trò.', todo: 'Tìm trong Sắp xếp tổ chức.' },
  'reorganisation.staleVersion': { what: 'Phương án vừa được người khác sửa (bản {latest}, đang xem bản {seen}).', todo: 'Tải lại trang rồi sửa trên bản mới.' },
  'reorganisation.notADraft': { what: 'Phương án này không còn là dự thảo.', why: 'Đã có quyết định, hoặc đã bỏ.', todo: 'Lập phương án mới.' },
  'reorganisation.dayMissing': { what: 'Chưa có ngày hiệu lực.', why: 'Điều kiện và số liệu tính theo ngày hiệu lực.', todo: 'Ghi ngày hiệu lực rồi lưu phương án.' },
  'reorganisation.notReady': { what: 'Phương án còn {errors} điều chưa đúng. {first}', todo: 'Sửa từng điều trong phần Kiểm tra rồi ghi quyết định.' },
  'reorganisation.decidedTomorrow': { what: 'Ngày quyết định {decidedOn} chưa tới (hôm nay {today}).', todo: 'Ghi ngày trên quyết định đã ký.' },
  'reorganisation.dayNotCome': { what: 'Chưa tới ngày hiệu lực {effectiveOn}.', why: 'Đến ngày ấy phần mềm tự thực hiện.', todo: 'Chờ đến ngày hiệu lực.' },
  'reorganisation.notDecided': { what: 'Phương án chưa có quyết định, hoặc đã thực hiện.', todo: 'Tải lại trang.' },
  'reorganisation.alreadyInForce': { what: 'Quyết định này đã có hiệu lực, không bỏ được nữa.', todo: 'Hoàn tác trong ngày, hoặc lập quyết định đính chính.' },
  'reorganisation.notInForce': { what: 'Quyết định này chưa có hiệu lực hoặc đã hoàn tác.', todo: 'Tải lại trang.' },
  'reorganisation.dayIsOver': { what: 'Chỉ hoàn tác được trong ngày thực hiện ({day}).', why: 'Sau ngày ấy số liệu đã được dùng; cả quyết định cũ và việc sửa phải còn trong sổ.', todo: 'Lập quyết định đính chính.' },
  'reorganisation.builtUpon': { what: 'Đã có việc ghi tiếp sau quyết định này: {what}.', why: 'Hoàn tác sẽ làm mất những việc ấy.', todo: 'Lập quyết định đính chính.' },
}

/** What a check finds, in words. */
export const findingWords: Readonly<Record<string, string>> = {
  nothingSaid: 'Phương án chưa ghi gì.',
  notThere: 'Có tổ chức không có mặt vào ngày hiệu lực, hoặc nằm ngoài phạm vi của cấp lập phương án.',
  endedTwice: '{name} được ghi kết thúc hai lần.',
  successorEnds: '{name} nhập vào tổ chức cũng kết thúc hoặc không có.',
  foundedAlready: '{name} ghi là lập mới nhưng đã có.',
  changedAndEnded: '{name} vừa ghi thay đổi vừa ghi kết thúc.',
  noSuccessor: '{name} kết thúc nhưng chưa rõ tổ chức nào nhận.',
  topOnlyAtTop: '{name} chưa có cấp trên.',
  parentMissing: 'Cấp trên của {name} không còn hoặc không có vào ngày hiệu lực.',
  circle: '{name} đứng dưới chính nó.',
  parentCannotHave: '{name} không thể trực thuộc {parent}: loại hình không hợp.',
  severalTops: 'Có nhiều tổ chức đứng đầu: {names}.',
  kindUnknown: '{name}: loại hình không có trong danh mục.',
  kindNotThen: '{name}: loại hình này không lập mới được vào ngày {on}.',
  codeTaken: 'Mã {code} của {name} đang là mã của {other}.',
  codeShape: 'Mã {code} của {name} không đủ {digits} chữ số.',
  notToACell: 'Đảng viên của {name} chuyển đến {to}, không phải chi bộ.',
  ruleEmpty: '{name}: có cách chia chưa ghi nơi cư trú hoặc chưa chọn người.',
  leftOver: '{person} ({name}) chưa có chi bộ mới.',
  placedTwice: '{person} ({name}) được xếp {times} nơi.',
  notInCell: '{person} có trong danh sách chia nhưng không thuộc {name}.',
  cellTooSmall: '{name} chỉ có {full} đảng viên chính thức, ít nhất phải {least}.',
  cellTooLarge: '{name} có {full} đảng viên chính thức, quá {most}: phải được cấp trên đồng ý.',
  needsConsent: '{name} có {full} đảng viên chính thức, chưa đủ {least}: phải được cấp trên đồng ý.',
  notYetFounded: '{name} thành lập ngày {on}, không trước ngày hiệu lực.',
  laterChange: '{name} đã có thay đổi khác từ ngày {on}, sau ngày hiệu lực.',
  laterEnd: '{name} đã kết thúc từ ngày {on}, sau ngày hiệu lực.',
  laterCommittee: '{name} đã có nhiệm kỳ cấp ủy bắt đầu ngày {on}, sau ngày hiệu lực.',
  laterChild: '{name} đã ghi về trực thuộc tổ chức kết thúc từ ngày {on}.',
  noCommittee: '{name} chưa có cấp ủy chỉ định.',
  committeeWrong: 'Cấp ủy chỉ định của {name} chưa đúng: loại, số lượng hoặc ngày hết nhiệm kỳ.',
  rolesEnd: '{n} vai trò người dùng sẽ kết thúc: {names}.',
  noAdministrator: 'Không còn người quản trị hệ thống sau ngày hiệu lực.',
  sharesNotWhole: 'Tỷ lệ chia chỉ tiêu của {name} không cộng đủ 100%.',
  targetsDiffer: 'Tổng chỉ tiêu trước {before}, sau {after}.',
  postOutside: '{person} được chỉ định ở {name} nhưng không sinh hoạt tại đó.',
  postUnknown: 'Chức vụ ghi cho {person} không có ở {name}.',
  decidedAbove: '{name} thay đổi hoặc kết thúc: quyết định phải do cấp trên của nó ký.',
}

export const stateNames: Readonly<Record<PlanState, string>> = { draft: 'Dự thảo', decided: 'Chờ ngày hiệu lực', inForce: 'Đã thực hiện', undone: 'Đã hoàn tác', withdrawn: 'Đã bỏ' }
export const fateNames: Readonly<Record<Fate, string>> = { founded: 'Lập mới', changed: 'Thay đổi', ended: 'Kết thúc', kept: 'Tiếp tục' }
export const ruleNames: Readonly<Record<PeopleRule, string>> = { rest: 'Còn lại', residence: 'Theo nơi cư trú', list: 'Theo danh sách' }
export const carriedNames: Readonly<Record<CarriedKind, string>> = { member: 'Đảng viên', person: 'Quần chúng đang theo dõi', caseFile: 'Hồ sơ kết nạp, công nhận đang xét', prospect: 'Nguồn kết nạp', dossier: 'Hồ sơ đảng viên' }

/** Tables of the rooms, as people call what is in them. */
export const tableNames: Readonly<Record<string, string>> = {
  'members.placement': 'nơi sinh hoạt của đảng viên', 'members.person': 'đảng viên', 'members.post': 'chức vụ', 'members.overlay': 'đảng viên đi xa', 'admission.case_file': 'hồ sơ kết nạp, công nhận',
  'transfers.transfer': 'chuyển sinh hoạt', 'sources_and_targets.prospect': 'nguồn kết nạp', 'sources_and_targets.target': 'chỉ tiêu', 'sources_and_targets.mass_review': 'số liệu đoàn thể', 'dossiers.dossier': 'hồ sơ giấy', 'access.role_holding': 'vai trò người dùng',
  'organisations.version': 'tên, loại hình tổ chức', 'organisations.placement': 'cấp trên của tổ chức', 'organisations.committee': 'cấp ủy', 'organisations.organisation': 'tổ chức', 'organisations.succession': 'tổ chức nhận bàn giao', other: 'việc khác',
}

export const dueWords = { decide: 'Trình quyết định phương án: {title}', takeEffect: 'Thực hiện quyết định: {title}' } as const
/** What a plan that takes back an earlier act is called until somebody names it. */
export const counterTitle = 'Đính chính: {title}'
