/** Lists of the forms that no official code list names. Those of the family are the historical words of the dossiers. */
export const familyBackgrounds = ['Cố nông', 'Bần nông', 'Trung nông', 'Phú nông', 'Địa chủ', 'Công nhân', 'Tiểu tư sản', 'Tư sản', 'Tiểu thương', 'Thợ thủ công', 'Cán bộ, viên chức', 'Khác'] as const
export const disciplineSides = ['Đảng', 'Chính quyền', 'Đoàn thể', 'Pháp luật'] as const
export const historyKinds = ['Khai trừ, xóa tên, vào Đảng lần hai, khôi phục', 'Bị xử lý theo pháp luật', 'Làm việc cho chế độ cũ'] as const
export const relations = ['Ông nội', 'Bà nội', 'Ông ngoại', 'Bà ngoại', 'Bố đẻ', 'Mẹ đẻ', 'Anh, chị, em ruột', 'Vợ', 'Chồng', 'Bố vợ', 'Mẹ vợ', 'Bố chồng', 'Mẹ chồng', 'Anh, chị, em của vợ hoặc chồng', 'Con', 'Người nuôi dưỡng'] as const
