/** What the entries of this room in the trail are called. */
export const conferencesEvents: Readonly<Record<string, string>> = {
  'conferences.opened': 'Mở hội nghị', 'conferences.reportSaved': 'Ghi báo cáo hội nghị', 'conferences.findingRecorded': 'Ghi nhận định, kinh nghiệm', 'conferences.solutionDecided': 'Ghi giải pháp hội nghị',
  'conferences.concluded': 'Kết luận hội nghị', 'conferences.followedUp': 'Ghi kết quả giải pháp',
}
