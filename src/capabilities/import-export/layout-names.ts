/** The shapes of lists that are known, as the reading names them. */
export const layoutNames = ['danh-sach', 'xa-hai-dong-tieu-de', 'mau-37-cot', 'nhap-lieu-4.0', 'huyen', 'doi-chieu'] as const
export type LayoutName = (typeof layoutNames)[number]
