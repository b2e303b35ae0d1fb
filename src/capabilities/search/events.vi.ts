/** What the entries of this room in the trail are called. */
export const searchEvents: Readonly<Record<string, string>> = { 'search.numberAsked': 'Tìm theo số giấy tờ' }
