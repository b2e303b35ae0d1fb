/** The rooms from the ground floor up. A room may use rooms earlier in the list, never later ones. */
module.exports = [
  'audit',
  'organisations',
  'access',
  'rulebook',
  'reminders',
  'members',
  'member-sheet',
  'sources-and-targets',
  'admission',
  'dossiers',
  'duplicates',
  'lifecycle',
  'transfers',
  'statistics',
  'search',
  'import-export',
]
