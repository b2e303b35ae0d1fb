import { fill } from '../../../platform/ui-kit/index.ts'

/** Words of the screens of this room. */
const words = {
  menu: 'Nghi trùng', title: 'Hồ sơ nghi trùng', summary: '{n} cặp chờ xử lý · {strong} cặp gần như chắc chắn', summaryDifferent: '{n} cặp đã kết luận là hai người', views: 'Cách xem', viewOpen: 'Chờ xử lý', viewDifferent: 'Hai người khác nhau', viewJoined: 'Đã nhập',
  listHint: 'Máy chỉ hỏi, người giữ hồ sơ quyết định. Không cặp nào tự nhập.', emptyOpen: 'Không có cặp nào chờ xử lý. Bấm “Tìm trùng” để rà lại cả sổ.', emptyDifferent: 'Chưa kết luận cặp nào.',
  actLook: 'Tìm trùng', lookDone: 'Đã rà {compared} cặp có điểm chung: {found} cặp nghi trùng, {fresh} cặp mới.',
  actPair: 'Thêm một cặp', pairTitle: 'Hai hồ sơ của một người?', pairFirst: 'Hồ sơ thứ nhất', pairSecond: 'Hồ sơ thứ hai', pairHint: 'Gõ họ tên đảng viên. Dùng khi máy chưa nêu mà anh chị biết là trùng.', pairDo: 'Xem hai hồ sơ',
  colScore: 'Giống', colFirst: 'Hồ sơ thứ nhất', colSecond: 'Hồ sơ thứ hai', colWhy: 'Vì sao nghi trùng', colAgainst: 'Điểm khác', colReason: 'Lý do', none: 'không có', followed: 'nguồn', strong: 'Gần như chắc', likely: 'Có thể',
  filterPlace: 'Tổ chức', filterSearch: 'Tìm tên', filterStrong: 'Chỉ cặp gần như chắc chắn', born: 'sinh {born}', bornUnknown: 'chưa rõ ngày sinh',

  print: 'In trang này', pair: 'Cặp nghi trùng', pairOf: '{first} và {second}', points: '{n} điểm', evidence: 'Vì sao nghi trùng', evidenceFor: 'Cho thấy là một người', evidenceAgainst: 'Cho thấy là hai người', noFor: 'Chưa có.', noAgainst: 'Không thấy điểm khác.', pointsFor: '+{n}', pointsAgainst: '−{n}',
  sideBySide: 'Đặt hai hồ sơ cạnh nhau', colItem: 'Mục', colSame: 'So sánh', same: 'Giống', different: 'Khác', onlyFirst: 'Chỉ bên trái có', onlySecond: 'Chỉ bên phải có', unknown: 'chưa có', covered: 'có, đang che', membership: 'Đảng tịch, nơi sinh hoạt', belongings: 'Kèm theo hồ sơ', colWhat: 'Loại', notMember: 'không phải đảng viên', openMember: 'Mở hồ sơ',
  obstacles: 'Chưa nhập được', decisions: 'Đã kết luận trước đây', verdictDifferent: 'Hai người khác nhau', verdictJoined: 'Nhập làm một', verdictParted: 'Tách lại', verdictChanged: 'Hỏi lại vì thông tin đã đổi', decisionLine: '{on}, {by}', machine: 'máy',
  actApart: 'Hai người khác nhau', apartTitle: 'Hai người khác nhau', apartReason: 'Căn cứ kết luận', apartHint: 'Ví dụ: đã gặp cả hai; anh em sinh đôi. Cặp này không nêu lại cho đến khi thông tin của một trong hai người thay đổi.', apartDo: 'Ghi kết luận', apartDone: 'Đã ghi: hai người khác nhau.',
  actJoin: 'Nhập làm một', joinTitle: 'Nhập hai hồ sơ làm một', joinLead: 'Không có gì bị xóa: hồ sơ giữ lại nhận mọi việc, giấy tờ, bản quét của cả hai; hồ sơ kia được cất, địa chỉ của nó dẫn về hồ sơ giữ lại. Có thể tách lại khi chưa ghi thêm gì.',
  survivor: 'Hồ sơ giữ lại', membershipOf: 'Đảng tịch, nơi sinh hoạt theo', choices: 'Chọn giá trị giữ lại', choiceHint: 'Giá trị không chọn vẫn nằm trong lịch sử.', noChoices: 'Không có mục nào ghi khác nhau.', allFrom: 'Chọn tất cả theo {side}', left: 'hồ sơ thứ nhất', right: 'hồ sơ thứ hai', coveredChoice: 'giá trị đang che',
  reason: 'Vì sao là một người', basis: 'Giấy tờ đã đối chiếu', basisHint: 'Ví dụ: lý lịch gốc, căn cước công dân.', joinDo: 'Nhập làm một', joinDone: 'Đã nhập hai hồ sơ làm một.', choose: 'Chưa chọn giá trị cho “{field}”.',

  joiningsTitle: 'Hồ sơ đã nhập', joiningsEmpty: 'Chưa nhập hồ sơ nào.', joining: 'Lần nhập hồ sơ', joiningOf: '{other} nhập vào {survivor}', colSurvivor: 'Hồ sơ giữ lại', colOther: 'Hồ sơ được nhập', colJoined: 'Ngày nhập', colState: 'Hiện nay', stateJoined: 'Đang là một hồ sơ', stateParted: 'Đã tách lại {on}', by: 'Người ghi',
  facts: 'Về lần nhập này', moved: 'Đã đưa về một hồ sơ', colRows: 'Số dòng', taken: 'Lấy theo hồ sơ được nhập', takenNone: 'Không lấy mục nào; mọi giá trị theo hồ sơ giữ lại.', notTaken: 'Giá trị không chọn, còn giữ ở hồ sơ được nhập', notTakenNone: 'Không có giá trị nào bị thay.', colValue: 'Giá trị',
  actPart: 'Tách lại', partTitle: 'Tách lại hai hồ sơ', partReason: 'Vì sao tách', partHint: 'Mọi dòng trở về như trước khi nhập.', partDo: 'Tách lại', partDone: 'Đã tách lại; cặp này chờ xử lý.', cannotPart: 'Chưa tách lại được', cannotPartWhy: 'Từ khi nhập đã có thêm hoặc sửa: {what}. Gỡ các việc đó trước.', notYours: 'Việc tách thuộc cấp giữ cả hai hồ sơ.', undoReason: 'Lý do tách', openSurvivor: 'Mở hồ sơ giữ lại',
} as const

export type Word = keyof typeof words

export const word = (key: Word, fillings: Record<string, string | number> = {}): string => fill(words[key], fillings)
