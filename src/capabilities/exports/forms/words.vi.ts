/** Titles of the official tables, and the beginnings of their file names. */
export const formWords = {
  table1: { title: 'Biểu 1: Tăng, giảm đảng viên', fileName: 'bieu-1' },
  other: (table: string, title: string) => ({ title: `Biểu ${table}: ${title}`, fileName: `bieu-${table.toLowerCase()}` }),
  table3: { title: 'Biểu 3: Đội ngũ đảng viên', fileName: 'bieu-3' },
} as const
