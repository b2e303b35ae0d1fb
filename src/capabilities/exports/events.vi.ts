/** What the entries of this room in the trail are called. */
export const exportsEvents: Readonly<Record<string, string>> = { 'exports.inputFileTaken': 'Xuất tệp nhập liệu 4.0, mở số giấy tờ' }
