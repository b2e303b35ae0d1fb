/** What the other level says of a line. `absent`: the row was taken out of the workbook; `missing`: only their list has the person. */
export const marks = ['right', 'wrong', 'surplus', 'missing', 'absent', 'unclear'] as const
export type Mark = (typeof marks)[number]

/** Why, as far as it was written beside the line. */
export const reasons = ['died', 'movedOut', 'movedIn', 'admitted', 'nameCorrected', 'otherCell', 'unclear'] as const
export type Reason = (typeof reasons)[number]

export const goneKinds = ['died', 'movedOut', 'surplus', 'absent'] as const
export const comeKinds = ['missing', 'admitted', 'movedIn'] as const
export const differenceKinds = [...goneKinds, ...comeKinds, 'name', 'otherCell', 'particulars', 'unclear'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** `standing`: both levels keep to their word, and it is written down. `withdrawn`: their list says so no more. */
export const differenceStates = ['open', 'settled', 'rejected', 'standing', 'withdrawn'] as const
export type DifferenceState = (typeof differenceStates)[number]

export const taskOwners = ['cell', 'grassrootsCommittee', 'decidingOffice'] as const
export type TaskOwner = (typeof taskOwners)[number]

/** How far a reconciliation has come, computed from its lines, differences and signatures. */
export const phases = ['marking', 'settling', 'toSign', 'signedBelow', 'agreed'] as const
export type Phase = (typeof phases)[number]

export const sides = ['grassroots', 'superior'] as const
export type Side = (typeof sides)[number]

/** What the two lists say of a member, in the order in which it is shown. */
export const saidFields = ['fullName', 'bornOn', 'sex', 'ethnicity', 'identityNumber', 'cardNumber', 'admittedOn', 'confirmedOn', 'cellCode'] as const
export type SaidField = (typeof saidFields)[number]
export type Said = Readonly<Partial<Record<SaidField, string>>>

/** By which act the register came to agree, or changed after the signature. */
export const actKinds = ['transfer', 'departure', 'admission', 'placement', 'joining', 'correction', 'status', 'membership'] as const
export type ActKind = (typeof actKinds)[number]

/** Which lines of both lists are shown. */
export const lineViews = ['differing', 'all', 'unmarked'] as const
