/** Why two pairs of the demonstration are two people each. */
export const apartReasons = ['Hai anh em họ cùng tên, cùng tuổi; chi ủy đã gặp cả hai.', 'Đã đối chiếu căn cước: hai người cùng tên, cùng ngày sinh.'] as const
