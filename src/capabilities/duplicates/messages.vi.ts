import type { Facts } from '../../kernel/index.ts'
import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { Finding, PartName } from './codes.ts'

const reload = 'Tải lại trang rồi xem lại.'
const outside = 'Địa chỉ không đúng, một trong hai hồ sơ nằm ngoài phạm vi vai trò đang dùng, hoặc hai hồ sơ đã nhập làm một.'

export const duplicatesRefusals: RefusalWordsByCode = {
  'duplicates.pairNotFound': { what: 'Không tìm thấy cặp hồ sơ này.', why: outside, todo: 'Xem danh sách Nghi trùng, hoặc mục Đã nhập.' },
  'duplicates.pairDecided': { what: 'Cặp này vừa được xử lý.', todo: reload },
  'duplicates.samePerson': { what: 'Hai hồ sơ được chọn là một.', todo: 'Chọn hai hồ sơ khác nhau.' },
  'duplicates.choiceMissing': { what: 'Chưa chọn giá trị giữ lại cho: {labels}.', why: 'Hai hồ sơ ghi khác nhau; giá trị kia vẫn được giữ trong lịch sử.', todo: 'Chọn từng mục rồi nhập lại.' },
  'duplicates.twoCells': { what: 'Hai hồ sơ đang sinh hoạt ở hai chi bộ cùng ngày: {first} và {second}.', why: 'Mỗi đảng viên sinh hoạt ở một chi bộ; phải kết thúc ở một nơi trước.', todo: 'Ở hồ sơ ghi sai chi bộ, ghi chuyển về chi bộ kia hoặc ghi thôi sinh hoạt, rồi nhập hồ sơ.' },
  'duplicates.endedAndLive': { what: 'Hồ sơ được chọn làm chuẩn về đảng tịch đã thôi là đảng viên từ {endedOn}, hồ sơ kia vẫn đang sinh hoạt.', why: 'Không thể vừa thôi vừa đang sinh hoạt.', todo: 'Chọn đảng tịch theo hồ sơ kia, hoặc ghi thôi sinh hoạt ở hồ sơ kia trước.' },
  'duplicates.openAtOnce': { what: 'Cả hai hồ sơ đều đang có {thing}.', why: 'Mỗi người chỉ có một việc loại này cùng lúc.', todo: 'Kết thúc ở một hồ sơ trước, rồi nhập hồ sơ.' },
  'duplicates.joinedAtOnce': { what: 'Hồ sơ này vừa được nhập vào hồ sơ khác.', todo: reload },
  'duplicates.joiningNotFound': { what: 'Không tìm thấy lần nhập hồ sơ này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Xem mục Đã nhập.' },
  'duplicates.joiningUndone': { what: 'Lần nhập này đã được tách lại.', todo: reload },
  'duplicates.builtSince': { what: 'Chưa tách lại được: từ khi nhập đã có thêm hoặc sửa {what}.', why: 'Tách lại trả mọi dòng về như trước khi nhập; việc ghi sau đó sẽ không biết thuộc hồ sơ nào.', todo: 'Gỡ các việc đó trước, hoặc giữ hồ sơ đã nhập.' },
}

/** What only one may be open of, by the key of the database that says so. */
const onlyOne: Readonly<Record<string, string>> = {
  prospect_one_open: 'việc theo dõi quần chúng ưu tú', case_one_open: 'hồ sơ kết nạp hoặc công nhận chưa xong', loan_one_at_once: 'lần cho mượn hồ sơ giấy chưa trả',
  transfer_one_open: 'việc chuyển sinh hoạt đảng chưa xong', badge_once: 'Huy hiệu Đảng cùng số năm tuổi đảng', card_one_under_way: 'thẻ đảng viên đang làm', card_one_in_hand: 'thẻ đảng viên đang dùng', ending_one_open: 'việc xóa tên, xin ra khỏi Đảng chưa xong',
}
export const obstacleFacts = (facts: Facts): Facts => ({ thing: onlyOne[String(facts.called)] ?? 'việc chưa kết thúc' })

const things: Readonly<Record<string, string>> = {
  'members.person': 'thông tin trong sổ', 'members.person_version': 'giá trị trước khi sửa', 'members.correction': 'lần sửa', 'members.membership': 'lần là đảng viên', 'members.status': 'tình trạng đảng tịch', 'members.placement': 'nơi sinh hoạt',
  'members.overlay': 'đi làm ăn xa, sinh hoạt tạm thời, kỷ luật', 'members.post': 'chức vụ', 'members.account_person': 'người dùng gắn với hồ sơ',
  'member_sheet.value': 'mục của phiếu đảng viên', 'member_sheet.entry': 'dòng của phiếu đảng viên', 'member_sheet.proposal': 'đề nghị sửa', 'member_sheet.supplement': 'phiếu bổ sung',
  'sources_and_targets.prospect': 'lần theo dõi nguồn', 'sources_and_targets.mentor_assignment': 'lần giúp đỡ', 'sources_and_targets.remark': 'nhận xét quý', 'sources_and_targets.awareness_certificate': 'giấy chứng nhận nhận thức về Đảng',
  'admission.case_file': 'hồ sơ kết nạp, công nhận', 'admission.act': 'bước của hồ sơ kết nạp', 'admission.document': 'tài liệu của hồ sơ kết nạp',
  'dossiers.dossier': 'hồ sơ giấy', 'dossiers.item': 'tài liệu giấy', 'dossiers.scan': 'bản quét', 'dossiers.loan': 'lần cho mượn', 'dossiers.handover_line': 'dòng bàn giao', 'dossiers.remaking': 'lần khôi phục',
  'transfers.transfer': 'việc chuyển sinh hoạt đảng', 'transfers.letter': 'giấy giới thiệu', 'transfers.step': 'bước chuyển sinh hoạt', 'lifecycle.badge': 'Huy hiệu Đảng', 'lifecycle.ending': 'việc xóa tên, ra khỏi Đảng', 'cards.card': 'thẻ đảng viên', 'members.card_number': 'số thẻ đảng viên', 'members.party_age_ruling': 'quyết định về tuổi đảng', 'member_sheet.photo': 'ảnh kèm đề nghị sửa',
  'dossiers.inspection_dossier': 'lần kiểm tra', 'dossiers.finding': 'thiếu sót khi kiểm tra',
}
/** A table in words; one that has none yet is told in general. */
export const thingName = (table: string): string => things[table.replaceAll('"', '')] ?? 'việc khác đã ghi'

/** What belongs to a person, for the page of a pair. */
export const belongingTables = ['members.post', 'members.overlay', 'member_sheet.entry', 'member_sheet.proposal', 'member_sheet.supplement', 'sources_and_targets.prospect', 'admission.case_file', 'dossiers.dossier', 'dossiers.item', 'dossiers.scan'] as const

export const partNamesInWords: Readonly<Record<PartName, string>> = {
  name: 'Họ tên', birth: 'Ngày sinh', identity: 'Số định danh', card: 'Số thẻ đảng', sex: 'Giới tính', parents: 'Bố mẹ', nativePlace: 'Quê quán', cell: 'Chi bộ', phone: 'Điện thoại',
}

const findingWords: Readonly<Record<Finding, string>> = {
  same: 'giống hệt', marks: 'chỉ khác dấu', order: 'khác thứ tự các chữ', middleMissing: 'một bên thiếu tên đệm', otherName: 'khớp tên gọi khác', letterOff: 'lệch một chữ cái', middleOther: 'cùng họ và tên, khác tên đệm',
  lessExact: 'khớp phần đã biết', swapped: 'đảo ngày và tháng', yearOff: 'cùng ngày tháng, lệch một năm', digitOff: 'lệch một chữ số, hoặc hai chữ số đổi chỗ', oneParent: 'cùng tên bố hoặc mẹ', different: 'khác nhau',
}
/** One part of a likeness in words: `Ngày sinh: đảo ngày và tháng`. */
export const partInWords = ({ part, finding }: { part: PartName; finding: Finding }): string => `${partNamesInWords[part]}: ${findingWords[finding]}`

/** Somebody who looks like the one who is being written down. */
export const alikeWords = '{name}, sinh {born}, {cell} ({why})'
export const bornUnknown = 'chưa rõ ngày'

export const spellWords = { cell: '{cell}, từ {from}', cellUntil: '{cell}, {from} đến {until}', ended: 'thôi là đảng viên từ {on}', joined: 'vào Đảng {on}' } as const
