/** Beginnings of a full name that say the kind, longest first. */
export const kindsInNames = ['Chi bộ cơ sở ', 'Chi bộ ', 'Đảng bộ bộ phận ', 'Đảng bộ ']

/** Beginnings of a short name that say a hamlet or a street. */
export const hamletsInNames = ['Thôn ', 'Tổ dân phố ', 'Bản ', 'Xóm ', 'Khu phố ', 'Tiểu khu ', 'Ấp ']

/** True when the name says a cell, a grassroots cell among them. */
export const isCellByName = (name: string): boolean => name.startsWith('Chi bộ')

/** What a register calls the reason of a former name. */
export const reasonsOfFormerNames = { renaming: 'đổi tên', merger: 'sáp nhập', split: 'chia tách' } as const

/** What the name of an organisation above the grassroots says of its level. */
export const levelsInNames = { province: ' tỉnh ', commune: /^Đảng bộ (xã|phường|đặc khu) / }
