/** What the entries of this room in the trail are called. */
export const remindersEvents: Readonly<Record<string, string>> = { 'reminders.reminded': 'Gửi nhắc việc' }
