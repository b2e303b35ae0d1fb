import { fill } from '../../../platform/ui-kit/index.ts'

const words = {
  menu: 'Sắp xếp tổ chức', title: 'Sắp xếp tổ chức', plan: 'Phương án sắp xếp', actNew: 'Lập phương án', listEmpty: 'Chưa có phương án hay quyết định sắp xếp nào.',
  colOn: 'Ngày hiệu lực', colTitle: 'Tên', colState: 'Tình trạng', colDecision: 'Quyết định', colPeople: 'Đảng viên chuyển', colOrganisation: 'Cấp lập', noDay: 'chưa ghi', filterState: 'Tình trạng',
  planTitle: 'Tên phương án', planTitleHint: 'Ví dụ: Nhập ba chi bộ thôn của xã Quang Minh.', root: 'Cấp ủy lập phương án', rootHint: 'Mọi tổ chức có thay đổi phải nằm dưới cấp ủy này.', effectiveOn: 'Ngày hiệu lực', effectiveHint: 'Ngày đầu của tổ chức mới. Có thể ghi trước hoặc ghi muộn.',
  tabs: 'Phần của phương án', tabPlan: 'Ai về đâu', tabNew: 'Tổ chức mới', tabPreview: 'Kiểm tra, xem trước', tabHistory: 'Lịch sử', tabPicture: 'Trước và sau', tabHandover: 'Bàn giao',
  save: 'Lưu phương án', saved: 'Đã lưu phương án.', unsaved: 'Có thay đổi chưa lưu.', drafted: 'Đã lập phương án.',
  units: 'Tổ chức', find: 'Tìm tổ chức', onlyChanged: 'Chỉ tổ chức có thay đổi', below: 'Thuộc',
  colUnit: 'Tổ chức', colType: 'Loại hình', colMembers: 'Đảng viên', colFate: 'Sẽ', colTo: 'Nhập vào / về dưới', colDetails: 'Chi tiết',
  kept: 'Giữ nguyên', changed: 'Thay đổi', ended: 'Kết thúc, nhập vào', chooseTo: 'Chọn tổ chức', parentStays: 'cấp trên như cũ', edit: 'Sửa', rulesCount: '{n} cách chia', newName: 'tên mới: {name}',
  bulkMerge: 'Nhập vào', bulkMove: 'Về dưới', bulkKeep: 'Giữ nguyên', bulkTo: 'Tổ chức nhận', bulkDo: 'Ghi cho các dòng đã chọn', bulkAct: 'Việc',
  addUnit: 'Thêm tổ chức mới', newUnits: 'Tổ chức lập mới', newUnitsEmpty: 'Chưa có tổ chức lập mới.', name: 'Tên đầy đủ', nameHint: 'Ví dụ: Chi bộ Thôn Minh Thắng, Đảng bộ xã Quang Hiệp.', type: 'Loại hình', code: 'Mã', parent: 'Cấp trên', noParent: 'không có, đứng đầu', remove: 'Bỏ', ok: 'Ghi vào phương án',
  change: 'Thay đổi của {name}', people: 'Chia đảng viên', peopleHint: 'Xếp theo danh sách trước, rồi theo nơi cư trú, còn lại theo dòng cuối. Người đang theo dõi, hồ sơ và thời hạn đi theo người.', addRule: 'Thêm cách chia', rule: 'Cách chia', words: 'Nơi cư trú có chữ', toCell: 'Về chi bộ', chosenPeople: 'đã chọn {n} người', choosePeople: 'Chọn người',
  committees: 'Cấp ủy chỉ định', committeesHint: 'Cấp ủy của tổ chức kết thúc hết nhiệm kỳ vào ngày trước ngày hiệu lực. Tổ chức mới hoặc hợp nhất có cấp ủy chỉ định, đến đại hội gần nhất.', appoint: 'Chỉ định cấp ủy', appointed: '{seats} ủy viên, đến {day}', notAppointed: 'chưa chỉ định', endTerm: 'Chỉ định lại từ ngày hiệu lực', termName: 'Nhiệm kỳ', lastDay: 'Ngày hết nhiệm kỳ', electedSeats: 'Số ủy viên', standingSeats: 'Số ủy viên ban thường vụ', basis: 'Văn bản chỉ định', posts: 'Chức vụ chỉ định', person: 'Đảng viên', position: 'Chức vụ', addPost: 'Thêm chức vụ', provisional: 'Lâm thời',
  colWhat: 'Sắp xếp', colBasis: 'Căn cứ', secretariesLost: '{n} bí thư', checks: 'Kiểm tra', checksGood: 'Không có gì sai. Có thể ghi quyết định.', errorCount: '{n} điều phải sửa', warningCount: '{n} điều cần cân nhắc', mustMend: 'Phải sửa', think: 'Cân nhắc', needDay: 'Ghi ngày hiệu lực rồi lưu để kiểm tra.',
  picture: 'Trước và sau', before: 'Trước', after: 'Sau', colFull: 'Chính thức', colCells: 'Chi bộ', colName: 'Tên', colParent: 'Cấp trên', sumBefore: 'Trước: {organisations} tổ chức, {cells} chi bộ, {members} đảng viên', sumAfter: 'Sau: {organisations} tổ chức, {cells} chi bộ, {members} đảng viên', nothingTouched: 'Chưa có tổ chức nào thay đổi.', none: '–',
  flows: 'Đảng viên chuyển', colFrom: 'Từ', colInto: 'Đến', colOthers: 'Người đang theo dõi', noFlows: 'Không có đảng viên đổi chi bộ.', nowhere: 'chưa có nơi',
  roles: 'Vai trò người dùng', rolesHint: 'Vai trò ở tổ chức kết thúc sẽ mất từ ngày hiệu lực, trừ khi chọn nơi tiếp tục.', colUser: 'Người dùng', colRole: 'Vai trò', colRoleAfter: 'Từ ngày hiệu lực', roleEnds: 'kết thúc', noRoles: 'Không có vai trò nào kết thúc.', reaches: 'Quyền của người dùng thêm, bớt', reachesHint: 'Vai trò ở tổ chức tiếp tục vẫn giữ; phạm vi thấy và làm được thay đổi theo tổ chức.', noReaches: 'Không vai trò nào thêm hay bớt phạm vi.', reach: '{cells} chi bộ, {members} đảng viên', roleHolderLeaves: 'sang chi bộ khác, vai trò vẫn giữ: xem lại',
  seats: 'Chức vụ kết thúc', colPerson: 'Đảng viên', colPosition: 'Chức vụ', noSeats: 'Không ai mất chức vụ.',
  papers: 'Hồ sơ, thời hạn đi theo người', papersHint: 'Thời hạn đang chạy giữ nguyên, tính tiếp ở nơi mới.', colKind: 'Loại', colCount: 'Số lượng', colNearest: 'Hết dự bị sớm nhất', noPapers: 'Không có hồ sơ đang xét nào phải chuyển.', caseFile: 'Hồ sơ kết nạp đang xét', confirmation: 'Hồ sơ công nhận đang xét', prospect: 'Nguồn kết nạp', dossier: 'Hồ sơ đảng viên (nơi giữ)',
  targets: 'Chỉ tiêu kết nạp', colPeriod: 'Thời gian', colBefore: 'Trước', colAfter: 'Sau', noTargets: 'Không có chỉ tiêu nào thay đổi.', split: 'Chia chỉ tiêu', splitHint: 'Để trống thì chỉ tiêu cộng vào tổ chức nhận. Tỷ lệ phải cộng đủ 100%.', percent: 'Phần trăm', addShare: 'Thêm nơi nhận',
  decide: 'Ghi quyết định', decideHint: 'Đến ngày hiệu lực phần mềm tự thực hiện. Ngày đã qua thì thực hiện ngay.', decisionNumber: 'Số quyết định', decidedOn: 'Ngày quyết định', issuedBy: 'Cơ quan ban hành', decided: 'Đã ghi quyết định; thực hiện ngày {day}.', tookEffect: 'Đã thực hiện; {n} đảng viên và người đang theo dõi sang chi bộ mới.',
  withdraw: 'Bỏ phương án', withdrawn: 'Đã bỏ phương án.', takeEffect: 'Thực hiện ngay', undo: 'Hoàn tác', undoReason: 'Lý do hoàn tác', undoHint: 'Mọi số liệu trở lại đúng như trước. Quyết định và việc hoàn tác vẫn còn trong sổ.', undone: 'Đã hoàn tác.', undoneNote: 'Hoàn tác lúc {at}: {reason}', counter: 'Lập quyết định đính chính', countered: 'Đã lập phương án đính chính.', counters: 'Đính chính', counteredBy: 'Được đính chính bởi',
  decisionLine: 'Quyết định {number} ngày {day} của {by}', effectLine: 'Hiệu lực từ {day}', inForceLine: 'Thực hiện lúc {at}', kind: 'Loại việc',
  history: 'Các lần sửa', colVersion: 'Bản', colBy: 'Người ghi', colAt: 'Lúc', byMachine: 'phần mềm',
  handover: 'Bàn giao', handoverEmpty: 'Không có gì phải bàn giao.', minutes: 'Biên bản bàn giao', openMinutes: 'In biên bản', minutesNote: 'Căn cứ {decision}. {from} bàn giao từ ngày {day}.', minutesTo: 'Bên nhận: {to}', ordinal: 'TT', colBorn: 'Sinh', colStatus: 'Đảng tịch', colCard: 'Số thẻ', colPapers: 'Số tài liệu', colFile: 'Hồ sơ', total: 'Cộng {n}', outside: '{n} người nay ngoài phạm vi, không nêu tên.', giver: 'Bên giao', taker: 'Bên nhận', witness: 'Đại diện cấp ủy quyết định', sign: 'Ký, ghi rõ họ tên',
  ownPartOnly: 'Chỉ nêu những thay đổi trong phạm vi của vai trò.', admission: 'kết nạp', readmission: 'kết nạp lại', confirmationFile: 'công nhận chính thức',
} as const

export type Word = keyof typeof words
export const word = (key: Word, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)

/** Positions to which somebody may be appointed, in a cell or in the committee of a whole organisation. */
export const positions = (isCell: boolean): { value: string; label: string }[] => [
  { value: 'BT', label: 'Bí thư' }, ...(isCell ? [] : [{ value: 'PBT_TT', label: 'Phó bí thư thường trực' }]), { value: 'PBT', label: 'Phó bí thư' },
  ...(isCell ? [{ value: 'CHI_UV', label: 'Chi ủy viên' }] : [{ value: 'UV_BTV', label: 'Ủy viên ban thường vụ' }]),
]

const fileKinds: Readonly<Record<string, string>> = { admission: words.admission, readmission: words.readmission, confirmation: words.confirmationFile }
export const fileKindName = (kind: string | null): string => (kind ? (fileKinds[kind] ?? kind) : '')
