/** What the entries that the program itself writes in the trail are called. */
export const programEvents: Readonly<Record<string, string>> = { 'demonstration.made': 'Lập huyện trình diễn' }
