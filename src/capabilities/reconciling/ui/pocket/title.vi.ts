/** The only word that the phone fetches before the page is opened. */
export const pocketTitle = 'Đối chiếu danh sách'
