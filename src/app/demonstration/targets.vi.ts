export const targetWords = {
  term: {
    district: 'Nghị quyết Đại hội Đảng bộ huyện, nhiệm kỳ 2015–2020', unit: 'Kế hoạch 04-KH/HU giao chỉ tiêu phát triển đảng viên nhiệm kỳ 2015–2020',
    cell: (unit: string) => `Kế hoạch của ${unit}, nhiệm kỳ 2015–2020`,
  },
  year: (year: number) => ({
    district: `Nghị quyết của Huyện ủy về nhiệm vụ năm ${year}`, unit: `Quyết định của Ban Thường vụ Huyện ủy giao chỉ tiêu năm ${year}`, cell: (unit: string) => `Kế hoạch của ${unit} năm ${year}`,
  }),
}
