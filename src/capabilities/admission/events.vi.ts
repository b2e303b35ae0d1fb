/** What the entries of this room in the trail are called. */
export const admissionEvents: Readonly<Record<string, string>> = {
  'admission.caseOpened': 'Lập hồ sơ kết nạp', 'admission.confirmationOpened': 'Lập hồ sơ công nhận chính thức', 'admission.scanAttached': 'Thêm bản chụp tài liệu', 'admission.scanRead': 'Mở xem bản chụp tài liệu',
  'admission.caseClosed': 'Dừng xét hồ sơ', 'admission.caseMoved': 'Chuyển hồ sơ theo người', 'admission.cellVoteRecorded': 'Ghi biểu quyết của chi bộ', 'admission.ceremonyHeld': 'Ghi lễ kết nạp',
  'admission.circumstancesRecorded': 'Khai hoàn cảnh, người giới thiệu', 'admission.circumstancesOpened': 'Mở xem hoàn cảnh được che', 'admission.classCertificateRecorded': 'Ghi chứng nhận lớp đảng viên mới', 'admission.committeeVoteRecorded': 'Ghi biểu quyết của đảng ủy',
  'admission.confirmationVoteRecorded': 'Ghi biểu quyết công nhận', 'admission.deadlockReported': 'Báo cáo cấp trên khi không đủ phiếu', 'admission.decisionExtended': 'Gia hạn xem xét',
  'admission.decisionReceived': 'Ghi nhận quyết định', 'admission.documentChecked': 'Kiểm tra tài liệu', 'admission.documentRecorded': 'Ghi tài liệu', 'admission.documentReplaced': 'Thay tài liệu',
  'admission.documentsAccepted': 'Ghi các tài liệu đạt', 'admission.dossierOpened': 'Ghi đã lập hồ sơ đảng viên', 'admission.markedReadyForCell': 'Trình chi bộ xét', 'admission.mentorAssigned': 'Phân công giúp đỡ',
  'admission.mentorRemarkRecorded': 'Ghi nhận xét tháng', 'admission.resent': 'Gửi lại hồ sơ', 'admission.resultReported': 'Ghi đã báo kết quả',
  'admission.returnWithdrawn': 'Rút lại việc trả hồ sơ', 'admission.returned': 'Trả lại hồ sơ', 'admission.sectionAppraised': 'Ghi thẩm định của đảng ủy bộ phận', 'admission.sentToDeciding': 'Gửi lên Ban Tổ chức',
  'admission.sentUp': 'Gửi lên đảng ủy', 'admission.submittedForDecision': 'Trình ban thường vụ', 'admission.verificationsOpened': 'Mở xem trả lời thẩm tra', 'admission.verificationReplied': 'Ghi trả lời thẩm tra', 'admission.verificationRequested': 'Gửi thẩm tra lý lịch',
  'admission.admissionDecided': 'Ghi quyết định kết nạp', 'admission.admissionDeclined': 'Ghi không kết nạp', 'admission.confirmationDecided': 'Ghi quyết định công nhận', 'admission.strikeOffDecided': 'Ghi quyết định xóa tên',
}
