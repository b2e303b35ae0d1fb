/** Numbers of the official tables that are filled. */
export const officialTables = ['1', '2', '2B', '3', '4', '5', '7', '9'] as const
export type OfficialTable = (typeof officialTables)[number]

/** Whose lines a table counts: changes of a period, new members, members of a day, organisations, acts of a period, members of committees. */
export const tableBases = ['changes', 'admitted', 'stand', 'organisations', 'acts', 'committee'] as const
export type TableBase = (typeof tableBases)[number]

/** Ways into and out of a part within a period, in the order of the form. */
export const increases = ['admitted', 'readmitted', 'movedIn', 'fromOutside', 'reorganisedIn'] as const
export const decreases = ['movedOut', 'toOutside', 'died', 'struckOff', 'expelled', 'left', 'reorganisedOut', 'unexplained'] as const

/** Why a row of a form has no number: nothing is kept in the product that could be counted. */
export const missingReasons = ['notRecorded'] as const
export type MissingReason = (typeof missingReasons)[number]
