import type { DossierPage } from '../client.ts'

/** Acts on a dossier, as they stand in the address. */
export type ActName = 'lap' | 'mo-ta' | 'ghi' | 'khong-co' | 'sua' | 'tinh-trang' | 'cho-muon' | 'tuong-trinh' | 'xac-nhan' | 'thay' | 'quet' | 'chuyen-quet'

export type ActProps = { page: DossierPage; onLeave: () => void }

/** Opens the form of an act on this dossier, on a type of paper, a paper or a remaking. */
export type Begin = (act: ActName, about?: { documentType?: string; itemId?: string; remakingId?: string; scanId?: string }) => void
