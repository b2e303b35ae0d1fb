import type { PaperLine } from '../paper-line.ts'

/** A mark such as `3-KNĐ` stays on one line. */
const unbroken = (mark: string): string => mark.replaceAll('-', '\u2011')

/** `Giấy giới thiệu (3-KNĐ) – Lý Văn Tuyển`. */
export const paperName = ({ row, paper }: PaperLine): string =>
  [row.formMark ? `${row.title} (${unbroken(row.formMark)})` : row.title, paper?.subject?.name].filter(Boolean).join(' – ')
