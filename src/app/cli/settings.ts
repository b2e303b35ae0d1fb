import { z } from 'zod'
import { fillIn } from '../../platform/words.ts'
import { WrongUse } from './arguments.ts'
import { words } from './messages.vi.ts'

/** Every setting that the environment may give, declared once. `dangvu config` lists them. */
export const settings = {
  PORT: { schema: z.coerce.number().int().min(0).max(65_535), default: 4020, about: 'Cổng HTTP' },
  HOST: { schema: z.string(), default: '127.0.0.1', about: 'Địa chỉ lắng nghe; 0.0.0.0 để máy khác trong mạng truy cập' },
  DANGVU_DATA: { schema: z.string(), default: '', about: 'Thư mục số liệu' },
  DATABASE_URL: { schema: z.string(), default: '', about: 'Máy chủ PostgreSQL riêng (từ bản 15); để trống thì dùng PostgreSQL kèm theo' },
  DANGVU_APP_PASSWORD_FILE: { schema: z.string(), default: '', about: 'Tệp chứa mật khẩu của vai trò chương trình trên máy chủ PostgreSQL riêng' },
  DANGVU_SECURE: { schema: z.enum(['yes', 'no']), default: 'no', about: 'yes: chạy sau máy chủ https, cookie chỉ gửi qua https' },
  DANGVU_LOG: { schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']), default: 'warn', about: 'Mức ghi nhật ký chương trình' },
} as const

type Name = keyof typeof settings

/** A setting as given, or its default. A value that does not fit is wrong use. */
export function setting<N extends Name>(name: N): z.infer<(typeof settings)[N]['schema']> {
  const { schema, default: fallback } = settings[name]
  const parsed = schema.safeParse(process.env[name] || fallback)
  if (!parsed.success) throw new WrongUse(fillIn(words.settingNotValid, { name, value: process.env[name] ?? '', about: settings[name].about }))
  return parsed.data as z.infer<(typeof settings)[N]['schema']>
}

/** The port to listen on: of `--port`, else of the setting. Asked before anything is opened; one that cannot be is wrong use. */
export function portOf(given: string | undefined): number {
  if (given === undefined) return setting('PORT')
  const { success, data } = settings.PORT.schema.safeParse(given.trim() || 'none')
  if (!success) throw new WrongUse(fillIn(words.portNotValid, { port: given }))
  return data
}
