export const committeeWords = {
  term: (from: string, until: string) => `Nhiệm kỳ ${from}–${until}`,
  congress: (name: string, day: string) => `Đại hội ${name}, ngày ${day}`,
  appointed: 'Quyết định chỉ định của Ban Thường vụ Huyện ủy',
  added: 'Quyết định chỉ định bổ sung của cấp trên',
}
