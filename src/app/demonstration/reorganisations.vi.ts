/** What the reorganisations of the demonstration are called. */
export const reorganisationWords = {
  endedName: 'Chi bộ Thôn Khuổi Niếng', endedShort: 'Thôn Khuổi Niếng', issuedBy: 'Ban Thường vụ Huyện ủy Bắc Quang', decision: '412-QĐ/HU',
  actTitle: 'Nhập Chi bộ Thôn Khuổi Niếng, xã Quang Minh', planTitle: 'Sắp xếp các chi bộ thôn của xã Quang Minh',
  founded: 'Chi bộ Thôn Thượng Sơn - Thượng Phát', renamed: ['Chi bộ Thôn Khuổi Phát - Đồng Tạng', 'Chi bộ Thôn Trung Luông - Vĩnh Luông'],
} as const
