/** What the entries of this room in the trail are called. */
export const rulebookEvents: Readonly<Record<string, string>> = {
  'rulebook.overrideWithdrawn': 'Bỏ giá trị thay của quy định', 'rulebook.ruleOverridden': 'Thay giá trị của quy định',
}
