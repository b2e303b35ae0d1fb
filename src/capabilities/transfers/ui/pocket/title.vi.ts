/** The only word that the phone fetches before the page is opened. */
export const pocketTitle = 'Chuyển sinh hoạt'
