import { fill } from '../../../platform/ui-kit/index.ts'

/** Texts of the printed papers. `{…}` are the facts of the transfer. */
const texts = {
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM', place: '{place}, ngày {d} tháng {m} năm {y}', noPlace: 'Ngày {d} tháng {m} năm {y}', blankDay: 'Ngày …… tháng …… năm ……', number: 'Số {number}', numberBlank: 'Số ……-CV/……', to: 'Kính gửi: {to}',
  signed: 'T/M CẤP ỦY', signHint: '(Ký, ghi rõ họ tên, đóng dấu)', receivedBy: 'XÁC NHẬN CỦA NƠI TIẾP NHẬN', receivedHint: 'Đã tiếp nhận ngày …… tháng …… năm ……', stamp: 'Các nơi đảng viên đã đến làm thủ tục', stampFrom: 'Giới thiệu đến', stampDay: 'Ngày', stampSign: 'Ký, đóng dấu',
  letterBody: 'Giới thiệu đồng chí {name}, sinh {born}, {status}, đang sinh hoạt tại {from}, đến {to} để sinh hoạt đảng {forTime}.', forGood: 'chính thức', forTime: 'tạm thời đến hết ngày {day}', asProbationer: 'đảng viên dự bị', asFull: 'đảng viên chính thức',
  letterCause: 'Lý do: {cause}.', letterWith: 'Giấy tờ kèm theo: {with}.', letterUntil: 'Đồng chí {name} nộp giấy này cho cấp ủy nơi đến trước hết ngày {day}. Quá hạn thì báo lý do cụ thể bằng văn bản.', letterDues: 'Đảng phí đã đóng đến hết tháng {month}.', nothing: 'không',
  reminderTitle: 'V/v đảng viên chưa hoàn thành thủ tục chuyển sinh hoạt đảng', reminderBody: 'Đồng chí {name}, sinh {born}, được giới thiệu từ {from} đến {to} theo giấy giới thiệu số {number} ngày {day}. Thời hạn nộp giấy là hết ngày {until}; đến nay đã quá {late} ngày làm việc mà chưa có xác nhận tiếp nhận.',
  reminderSender: 'Đề nghị chi bộ liên hệ với đảng viên, xác minh lý do và báo cáo bằng văn bản. Quá 03 tháng không sinh hoạt mà không có lý do chính đáng thì xem xét theo Điều lệ Đảng.', reminderReceiver: 'Đề nghị cấp ủy cho biết đảng viên đã đến nộp giấy giới thiệu hay chưa. Nếu đã đến thì tiếp nhận và gửi phiếu báo; nếu chưa đến thì báo lại để nơi đi có biện pháp giải quyết.',
  noticeTitle: 'PHIẾU BÁO ĐẢNG VIÊN ĐÃ CHUYỂN SINH HOẠT ĐẢNG CHÍNH THỨC', noticeBody: '{to} đã tiếp nhận đồng chí {name}, sinh {born}, {status}, từ {from}, theo giấy giới thiệu số {number} ngày {day}. Ngày đầu sinh hoạt tại nơi mới: {accepted}. Nơi đi xóa tên đồng chí {name} trong danh sách đảng viên từ ngày ấy.',
  removalTitle: 'TỜ TRÌNH đề nghị xóa tên trong danh sách đảng viên', removalBody: 'Đồng chí {name}, sinh {born}, sinh hoạt tại {from}, được giới thiệu đến {to} theo giấy giới thiệu số {number} ngày {day}; thời hạn nộp giấy là hết ngày {until}. Đến nay đồng chí {name} chưa đến nơi nhận, không tham gia sinh hoạt và không báo lý do.', removalAsk: 'Chi bộ họp ngày …… tháng …… năm ……, có …… / …… đảng viên chính thức dự, …… đồng chí tán thành. Đề nghị cấp ủy có thẩm quyền xem xét, quyết định xóa tên đồng chí {name} trong danh sách đảng viên.',
} as const

export const text = (key: keyof typeof texts, facts: Record<string, string | number> = {}): string => fill(texts[key], facts)
