/** What the entries of this room in the trail are called. */
export const importExportEvents: Readonly<Record<string, string>> = {
  'importExport.cancelled': 'Dừng nhập danh sách', 'importExport.read': 'Đọc tệp danh sách', 'importExport.reported': 'Trả lại tệp kèm kết quả', 'importExport.started': 'Nhận tệp danh sách',
  'importExport.undone': 'Rút lại lần nhập', 'importExport.written': 'Ghi danh sách vào sổ',
}
