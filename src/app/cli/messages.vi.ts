/** Words of the command line. */
export const words = {
  help: `Đảng vụ – bàn làm việc của tổ chức đảng

  dangvu serve [--data THƯ_MỤC] [--port SỐ]         chạy chương trình trên số liệu của đơn vị
  dangvu demo [--today NGÀY|now] [--reset]          chạy với huyện Bắc Quang minh họa (người bịa)
  dangvu migrate                                    nâng cấp cơ sở dữ liệu
  dangvu user add TÊN --name "Họ tên" --role VAI_TRÒ [--organisation MÃ] [--organisation-name "Tên"]
  dangvu user token TÊN --days N                    cấp mã truy cập (bearer) với quyền của người đó, thu hồi được
  dangvu organisations import TỆP.json              nhập sổ tổ chức đảng
  dangvu import TỆP [--as BỐ_CỤC|auto] [--sheet TÊN] [--organisation MÃ] [--as-of NGÀY] --preview|--commit [--answers TỆP] [--report TỆP.xlsx]
  dangvu import undo ID                             rút lại một lần nhập
  dangvu export DANH_SÁCH [--organisation MÃ] [--as-of NGÀY] [--filter JSON] [--reason "Lý do"] [--out TỆP.xlsx]
                                                    xuất một danh sách có đánh số (members, organisations, dossiers, work …)
  dangvu export 4.0 --organisation MÃ [--as-of NGÀY] [--reason "Lý do"] [--out TỆP.xlsx]
                                                    tệp nhập liệu 4.0 của một chi bộ
  dangvu dossiers scans THƯ_MỤC --preview|--keep    đối chiếu tên tệp quét với hồ sơ giấy; --keep giữ các tệp khớp, không đổi bản gốc
  dangvu figures --as-of NGÀY [--known-at LÚC] [--organisation MÃ]
  dangvu figures settle [--whole]                   cập nhật các số cộng sẵn của tổ chức lớn; --whole cộng lại từ đầu
  dangvu figures verify                             đối chiếu các số cộng sẵn với đếm lại từ đầu; sai khác thì mã kết thúc 1
  dangvu due --as-of NGÀY [--organisation MÃ] [--within 30]
  dangvu audit verify [--noted DÒNG:DẤU]            kiểm tra tính toàn vẹn của nhật ký; --noted đối chiếu với dấu đã chép lần trước
  dangvu config                                     các cài đặt đang dùng

Mọi lệnh: --help, --json (một tài liệu JSON ra đầu ra chuẩn), --data THƯ_MỤC.
Mã kết thúc: 0 xong, 1 bị từ chối hoặc lỗi, 2 gọi sai.`,
  unknownCommand: 'Không có lệnh “{command}”. Gõ dangvu --help để xem các lệnh.',
  unknownOption: 'Không có tùy chọn “{option}”.',
  optionValue: 'Tùy chọn “{option}” thiếu giá trị, hoặc không nhận giá trị.',
  notADay: '{option}: “{text}” không phải một ngày có thật; viết năm-tháng-ngày, như 2018-10-05.',
  notACount: '{option}: “{text}” không dùng được; viết một số nguyên từ {from} đến {until}.',
  noSuchOrganisation: '--organisation: không có tổ chức nào mang mã “{code}”.',
  notAFilter: '--filter: “{text}” không phải bộ lọc; viết một đối tượng JSON.',
  reportNotWritten: '--report: không ghi được tệp {path}.',
  notAFolder: 'Không có thư mục {path}.',
  notAFile: 'Không đọc được tệp {path}: tệp không có, hoặc không được phép đọc.',
  notJson: 'Tệp {path} không phải JSON.',
  listening: 'Đảng vụ đang chạy tại {address}',
  stopAsk: 'Dừng: Ctrl+C',
  demoMaking: 'Đang tạo huyện minh họa…',
  demoReady: 'Huyện minh họa sống ở ngày {day}. Mọi người trong số liệu đều là người bịa.',
  demoToday: 'Huyện minh họa dùng ngày thật hôm nay. Mọi người trong số liệu đều là người bịa.',
  demoSignIns: 'Đăng nhập thử (mật khẩu chung: {password}):',
  demoReset: 'Đã đưa huyện minh họa về trạng thái đầu.',
  notDemo: 'Thư mục này chứa số liệu thật, không phải huyện minh họa; không đụng vào.',
  halfDemo: 'Lần tạo trước chưa xong, đang tạo lại từ đầu.',
  firstStart: 'Lần chạy đầu: mở {address} để lập người quản trị đầu tiên.',
  portTaken: 'Cổng {port} đang có chương trình khác dùng. Chọn cổng khác bằng --port.',
  runsAlready: 'Đảng vụ đang chạy rồi ở cổng {port}: mở {address}. Muốn chạy thêm một bản nữa thì chọn cổng khác bằng --port.',
  portForbidden: 'Không được phép dùng cổng {port}. Chọn cổng từ 1024 trở lên bằng --port.',
  hostNotHere: 'Không lắng nghe được ở địa chỉ {host}: máy này không có địa chỉ ấy. Kiểm tra --host.',
  portNotValid: '--port: “{port}” không phải một cổng; cổng là số nguyên từ 0 đến 65535.',
  settingNotValid: 'Cài đặt {name} có giá trị không dùng được: “{value}” ({about}).',
  migrated: 'Cơ sở dữ liệu ở bước {number}.',
  accountAdded: 'Đã lập người dùng {name}. Mật khẩu lần đầu: {password}',
  tokenMade: 'Mã truy cập của {name}, hết hạn sau {days} ngày (chỉ hiện một lần):',
  figuresSettled: 'Đã cập nhật số cộng sẵn: {people} người, {organisations} tổ chức.',
  figuresHold: 'Số cộng sẵn đúng với đếm lại: {organisations} tổ chức, mỗi tổ chức {periods} kỳ.',
  figuresDiffer: 'Có {count} số cộng sẵn khác với đếm lại ({organisations} tổ chức, mỗi tổ chức {periods} kỳ). Chạy dangvu figures settle --whole để cộng lại.',
  figureDiffers: '  Tổ chức {organisation}, {from} – {until}, {number}: cộng sẵn {kept}, đếm lại {counted}',
  auditWhole: 'Nhật ký nguyên vẹn: {rows} dòng.',
  auditHead: 'Dấu của dòng cuối: {head}. Chép lại, lần sau đối chiếu bằng --noted.',
  auditBroken: 'Nhật ký bị sửa, xóa hoặc đổi chỗ từ dòng {row}. Báo ngay người quản trị và ủy ban kiểm tra.',
  organisationsImported: 'Đã nhập sổ tổ chức: {added} mới, {same} không đổi.',
  userUsage: 'dangvu user add|token TÊN',
  topName: 'Đảng bộ',
  roleBasis: 'Lập từ dòng lệnh của máy chủ',
  unknownLayout: 'Không có mẫu “{layout}”. Các mẫu đã biết: {known}; hoặc auto để tự nhận mẫu.',
  exportUnknown: 'Không có danh sách “{list}”. Các danh sách: {known}.',
  exported: 'Bản xuất số {number}: {rows} dòng, tệp {file}.',
  exportReason: 'Xuất từ dòng lệnh của máy chủ',
  reportOverFile: '--report trùng với tệp danh sách; chọn tên khác để tệp gốc không bị ghi đè.',
  importUndone: 'Đã rút lại lần nhập.',
  scansMatched: '{files} tệp: {matched} khớp, {doubtful} cần xem lại, {unknown} chưa rõ, {alreadyHere} đã có.',
  scansKept: '{files} tệp: đã giữ {kept}, đã có {alreadyHere}, cần xem lại {doubtful}, chưa rõ {unknown}, không giữ được {refused}.',
} as const
