import type { RefusalWordsByCode } from '../../platform/words.ts'

export const exportsRefusals: RefusalWordsByCode = {
  'exports.tooManyForInputFile': {
    what: 'Tổ chức này có {total} đảng viên; một tệp nhập liệu 4.0 chứa nhiều nhất {most}.', why: 'Tệp này mở số định danh của mọi người trong tệp, nên chỉ lấy theo chi bộ hoặc tổ chức cơ sở đảng.', todo: 'Chọn một chi bộ hoặc một tổ chức cơ sở đảng.',
  },
}

export const inputFileWords = { list: 'Tệp nhập liệu 4.0', fileName: 'file-nhap-lieu-4.0-{day}.xlsx' } as const
