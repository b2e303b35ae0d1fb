/** What the entries of this room in the trail are called. */
export const auditEvents: Readonly<Record<string, string>> = { 'audit.listExported': 'Xuất danh sách' }
