import { expect, test } from 'vitest'
import { scanFault, SCAN_MEGABYTES } from './scan-fault.ts'

const jpeg = [0xff, 0xd8, 0xff, 0xe0]
const file = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name)

test('a photograph is no fault, whatever its name', async () => {
  expect(await scanFault(file(Uint8Array.from(jpeg), 'don.txt'))).toBeUndefined()
})

test('what the server would refuse is said before anything is sent', async () => {
  expect(await scanFault(file(new Uint8Array(), 'trong.jpg'))).toBe('Tệp “trong.jpg” rỗng. Chụp hoặc chọn lại.')
  expect(await scanFault(file(new TextEncoder().encode('<svg></svg>'), 'don.jpg'))).toBe('Tệp “don.jpg” không phải ảnh JPG, PNG, WEBP, HEIC hay PDF. Chụp hoặc chọn lại.')
  const large = new Uint8Array(SCAN_MEGABYTES * 1024 * 1024 + 1)
  large.set(jpeg)
  expect(await scanFault(file(large, 'to.jpg'))).toBe('Tệp “to.jpg” lớn hơn 10 MB. Chụp lại với cỡ ảnh nhỏ hơn.')
})
