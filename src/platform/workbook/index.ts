export { listWorkbook, XLSX, type ListWorkbook, type WorkbookColumn } from './list-workbook.ts'
