/** What the entries of this room in the trail are called. */
export const accessEvents: Readonly<Record<string, string>> = {
  'access.accountAdded': 'Lập tài khoản', 'access.keeperLookedUpPlace': 'Tra nơi giữ vai trò', 'access.largeTypeSet': 'Đổi cỡ chữ', 'access.passwordChanged': 'Đổi mật khẩu',
  'access.roleChosen': 'Chọn vai trò', 'access.roleEnded': 'Thôi giao vai trò', 'access.roleGranted': 'Giao vai trò', 'access.sessionEnded': 'Kết thúc phiên đăng nhập',
  'access.setUp': 'Lập người quản trị đầu tiên', 'access.signedIn': 'Đăng nhập', 'access.tokenMade': 'Lập mã truy cập cho máy',
}
