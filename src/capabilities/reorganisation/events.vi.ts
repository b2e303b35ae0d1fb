/** What the entries of this room in the trail are called. */
export const reorganisationEvents: Readonly<Record<string, string>> = {
  'reorganisation.drafted': 'Lập phương án sắp xếp tổ chức', 'reorganisation.saved': 'Sửa phương án sắp xếp', 'reorganisation.decided': 'Ghi quyết định sắp xếp', 'reorganisation.tookEffect': 'Thực hiện quyết định sắp xếp',
  'reorganisation.withdrawn': 'Bỏ phương án sắp xếp', 'reorganisation.undone': 'Hoàn tác quyết định sắp xếp', 'reorganisation.minutesRead': 'Mở biên bản bàn giao',
}
