export { cellText, listWorkbook, streamedWorkbook, writeRows, XLSX, type ListWorkbook, type WorkbookCell, type WorkbookColumn } from './list-workbook.ts'
