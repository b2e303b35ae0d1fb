/** Names of the sheets that a returned workbook carries behind those of the sender, and the first words in them; the reading passes over them. */
export const ownSheets = {
  onlyHere: { name: 'Chỉ có trong sổ', title: 'Đảng viên có trong sổ mà không có trong tệp' },
  notes: { name: 'Ghi chú khi đọc', title: 'Bản trả lại của tệp' },
} as const

/** Headings of the columns that are appended to each table. */
export const resultHeadings = ['Kết quả kiểm tra', 'Chi tiết lỗi', 'Hệ thống đọc là'] as const

/** A sheet that a report of ours added: of our name, with our line above. Sent back to us, it is no list. */
export const isOwnSheet = (name: string, firstText: string): boolean =>
  Object.values(ownSheets).some((own) => own.name === name && firstText.normalize('NFC').startsWith(own.title))
