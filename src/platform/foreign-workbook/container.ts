import { Archive } from './archive.ts'
import { FileRefused, type ReadingLimits } from './limits.ts'
import { mergedRange } from './sheets.ts'
import { sheetjs, type CompoundFile } from './sheetjs.ts'

/** What a file is, and by what it is read: an `.xlsx` from its parts, anything else from its bytes. */
export type Container = { readonly kind: 'xlsx'; readonly archive: Archive } | { readonly kind: 'sheetjs' } | { readonly kind: 'csv' }

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
const isZip = (bytes: Buffer) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
const isCompound = (bytes: Buffer) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

const SHEETJS: Container = { kind: 'sheetjs' }

function openArchive(bytes: Buffer, limits: ReadingLimits): Container {
  const archive = new Archive(bytes, limits)
  for (const { name } of archive.entries) refuseSpreadMerges(name, archive.content(name)!)
  if (archive.has('xl/workbook.xml')) return { kind: 'xlsx', archive }
  if (archive.has('xl/workbook.bin')) return SHEETJS
  const manifest = archive.content('META-INF/manifest.xml')
  if (!archive.has('content.xml') || !manifest) throw new FileRefused('file.not-a-workbook')
  if (manifest.includes('encryption-data')) throw new FileRefused('file.encrypted')
  return SHEETJS
}

const MOST_MERGED = 1_000_000

/** exceljs makes a cell for every place of a merged range; a range over a whole sheet would be 17 thousand million of them. */
function refuseSpreadMerges(name: string, content: Buffer): void {
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return
  let covered = 0
  for (let at = content.indexOf('mergeCell '); at >= 0; at = content.indexOf('mergeCell ', at + 10)) {
    const range = mergedRange(/ref=["']([^"']+)["']/.exec(content.toString('latin1', at, at + 120))?.[1] ?? '')
    if (range) covered += (range.bottom - range.top + 1) * (range.right - range.left + 1)
    if (covered > MOST_MERGED) throw new FileRefused('file.too-large')
  }
}

function openCompound(bytes: Buffer): Container {
  // SheetJS follows the chains of a cut file past its end without saying so, therefore the sizes are compared here.
  let file: CompoundFile
  try {
    file = sheetjs().CFB.read(bytes, { type: 'buffer' })
  } catch {
    throw new FileRefused('file.truncated')
  }
  const part = (name: string) => file.FileIndex.find((each) => each.name === name)
  if (part('EncryptedPackage') || part('EncryptionInfo')) throw new FileRefused('file.encrypted')
  const workbook = part('Workbook') ?? part('Book')
  if (!workbook) throw new FileRefused('file.not-a-workbook')
  if ((workbook.content?.length ?? 0) < workbook.size) throw new FileRefused('file.truncated')
  if (hasFilePass(workbook.content!)) throw new FileRefused('file.encrypted')
  return SHEETJS
}

/** BIFF keeps its password mark (FilePass, 0x2F) among the first records. */
function hasFilePass(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0, seen = 0; at + 4 <= stream.length && seen < 40; seen++) {
    if (view.getUint16(at, true) === 0x2f) return true
    at += 4 + view.getUint16(at + 2, true)
  }
  return false
}

function openText(bytes: Buffer, fileName: string): Container {
  const isWide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  const head = (isWide ? bytes.toString('utf16le', 0, 4_096) : bytes.toString('latin1', 0, 4_096)).replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart()
  if (/^(<!doctype html|<html|<head|<body|<table|<meta|mime-version:|<\?xml[^>]*\?>\s*<(!doctype html|html))/i.test(head)) throw new FileRefused('file.html')
  if (!/\.(csv|tsv|txt)$/i.test(fileName)) throw new FileRefused('file.not-a-workbook')
  if (!isWide && bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) throw new FileRefused('file.not-a-workbook')
  return { kind: 'csv' }
}

/**
 * What the bytes are, whatever the file is called; every part of a zip container is unpacked once and measured.
 * Throws `FileRefused` for what must not be opened at all.
 */
export function openContainer(bytes: Buffer, fileName: string, limits: ReadingLimits): Container {
  if (bytes.length === 0) throw new FileRefused('file.empty')
  if (bytes.length > limits.fileBytes) throw new FileRefused('file.too-large')
  if (isZip(bytes)) return openArchive(bytes, limits)
  if (isCompound(bytes)) return openCompound(bytes)
  return openText(bytes, fileName)
}
