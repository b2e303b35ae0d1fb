type Facts = { item: string; count: number; optionCount: number; groupTitle: string; groupCount: number; optionText: string; isGroupChange: boolean; isSelected: boolean }

/** What React Aria says by itself, to screen readers mostly; it has no Vietnamese of its own. By package, then by its keys. */
export const ariaMessages = {
  '@react-aria/combobox': {
    focusAnnouncement: (facts: Facts) =>
      `${facts.isGroupChange ? `Nhóm ${facts.groupTitle}, ${facts.groupCount} mục. ` : ''}${facts.optionText}${facts.isSelected ? ', đang chọn' : ''}`,
    countAnnouncement: (facts: Facts) => `Có ${facts.optionCount} kết quả.`,
    selectedAnnouncement: (facts: Facts) => `Đã chọn ${facts.optionText}`,
    buttonLabel: 'Mở danh sách',
    listboxLabel: 'Kết quả',
  },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/menu': { longPressMessage: 'Giữ lâu hoặc bấm Alt + mũi tên xuống để mở' },
  '@react-aria/tree': { expand: 'Mở cấp dưới', collapse: 'Gập cấp dưới' },
  '@react-aria/gridlist': { hasActionAnnouncement: 'mở được', hasLinkAnnouncement: (facts: { link: string }) => `liên kết: ${facts.link}` },
  '@react-aria/grid': {
    deselectedItem: (facts: Facts) => `Đã bỏ chọn ${facts.item}.`,
    select: 'Chọn',
    selectedCount: (facts: Facts) => `Đang chọn ${facts.count} dòng.`,
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: (facts: Facts) => `Đã chọn ${facts.item}.`,
    longPressToSelect: 'Giữ lâu để chọn.',
  },
  'react-aria-components': { selectPlaceholder: 'Chọn…', tableResizer: 'Đổi bề rộng cột', dropzoneLabel: 'Nơi thả tệp', colorSwatchPicker: 'Màu' },
}
