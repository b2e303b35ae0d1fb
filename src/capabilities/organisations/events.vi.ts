/** What the entries of this room in the trail are called. */
export const organisationsEvents: Readonly<Record<string, string>> = {
  'organisations.admissionAuthorityChanged': 'Đổi thẩm quyền quyết định kết nạp', 'organisations.committeeRecorded': 'Ghi cấp ủy nhiệm kỳ',
  'organisations.founded': 'Lập tổ chức', 'organisations.registered': 'Nhập danh mục tổ chức',
}
