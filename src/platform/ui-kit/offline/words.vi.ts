import { fill, type Fillings } from '../say.ts'

/** Words of what was made on the phone and waits there. */
const words = {
  here: 'Việc đã ghi trên máy này',
  waiting: 'Chờ gửi',
  sent: 'Đã gửi lúc {moment}',
  refused: 'Bị từ chối',
  made: 'Ghi trên máy lúc {moment}',
  empty: 'Máy này không có việc nào chờ gửi.',
  lead: 'Việc ghi khi mất mạng được giữ trên máy và tự gửi khi có mạng. Chưa gửi thì đừng đăng xuất.',
  send: 'Gửi ngay',
  again: 'Gửi lại',
  open: 'Mở trang để ghi lại',
  drop: 'Bỏ việc này',
  dropSure: 'Bỏ hẳn? Việc này sẽ không được ghi.',
  hide: 'Cất khỏi danh sách',
  keep: 'Giữ lại',
  mine: 'Bản của mình (chưa ghi)',
  theirs: 'Đã ghi trên máy chủ',
  unsentOut: 'Còn {n} việc chưa gửi. Đăng xuất bây giờ thì các việc này bị xóa khỏi máy và không được ghi.',
  outAnyway: 'Vẫn đăng xuất, bỏ {n} việc',
  stay: 'Ở lại để gửi',
  former: 'Máy này còn {n} việc chưa gửi của người dùng trước.',
  formerWhy: 'Việc của người khác không được xem và không được gửi bằng tài khoản của đồng chí.',
  formerTodo: 'Để người đó đăng nhập và gửi trước; hoặc xóa đi và dùng tiếp.',
  formerBack: 'Đăng xuất, để người đó gửi',
  formerWipe: 'Xóa {n} việc của người trước',
} as const

export const word = (key: keyof typeof words, fillings?: Fillings): string => fill(words[key], fillings)
