/** What the entries of this room in the trail are called. */
export const remindersEvents: Readonly<Record<string, string>> = {
  'reminders.reminded': 'Gửi nhắc việc', 'reminders.workAssigned': 'Giao việc', 'reminders.assignmentAnswered': 'Trả lời việc được giao', 'reminders.assignmentWithdrawn': 'Rút việc đã giao',
}
