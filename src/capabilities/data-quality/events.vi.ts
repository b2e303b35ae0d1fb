/** What the entries of this room in the trail are called. */
export const dataQualityEvents: Readonly<Record<string, string>> = {
  'dataQuality.setAside': 'Ghi số liệu đúng như vậy', 'dataQuality.setAsideLifted': 'Bỏ ghi đúng như vậy', 'dataQuality.weightsSet': 'Sửa trọng số chất lượng số liệu', 'dataQuality.exported': 'Xuất danh sách làm sạch số liệu',
}
