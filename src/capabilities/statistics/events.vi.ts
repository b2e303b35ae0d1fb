/** What the entries of this room in the trail are called. */
export const statisticsEvents: Readonly<Record<string, string>> = { 'statistics.tableExported': 'Xuất biểu thống kê' }
