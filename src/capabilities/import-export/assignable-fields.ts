/**
 * What a person may say that a column of a list holds: the field, with the sex where a column belongs to one of them. Columns that only mean
 * something together with others (ticks of schooling, parts of a place) are recognised by their headings alone.
 */
export const assignableFields = [
  'rowNumber', 'systemId', 'employeeCode', 'organisationCode', 'organisationName', 'cellCode', 'cellName', 'fullName', 'familyNames', 'givenName', 'currentName', 'otherName',
  'sex', 'sexTick:male', 'sexTick:female', 'bornOn', 'bornOnBySex:male', 'bornOnBySex:female', 'ethnicity', 'religion', 'identityNumber', 'oldIdentityNumber',
  'cardNumber', 'oldCardNumber', 'cardAndHistory', 'historyNumber', 'cardIssuedBy', 'cardIssuedOn', 'nativePlace', 'residence', 'birthPlace', 'admittedOn', 'confirmedOn',
  'probationary', 'memberKind', 'generalEducation', 'professionalEducation', 'learning', 'politicalTheory', 'partyPosition', 'otherPosition', 'status', 'statusOn', 'phone', 'email',
  'abroad', 'change', 'mark', 'note',
] as const
export type AssignableField = (typeof assignableFields)[number]

/** How one column of a sheet is to be read; `null` = not at all. */
export type ColumnReading = { readonly sheet: string; readonly column: string; readonly field: AssignableField | null }
