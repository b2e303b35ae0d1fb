import { fold, tidy } from '../../../kernel/index.ts'

export type Field =
  | 'rowNumber' | 'systemId' | 'employeeCode' | 'organisationCode' | 'organisationName' | 'cellCode' | 'cellName'
  | 'fullName' | 'familyNames' | 'givenName' | 'currentName' | 'otherName'
  | 'sex' | 'sexTick' | 'bornOn' | 'bornOnBySex' | 'bornPart' | 'ethnicity' | 'religion'
  | 'identityNumber' | 'oldIdentityNumber' | 'cardNumber' | 'oldCardNumber' | 'cardAndHistory' | 'historyNumber' | 'cardIssuedBy' | 'cardIssuedOn'
  | 'nativePlace' | 'residence' | 'birthPlace' | 'admittedOn' | 'confirmedOn' | 'probationary' | 'memberKind'
  | 'generalEducation' | 'professionalEducation' | 'learning' | 'politicalTheory' | 'professionalTick' | 'politicsTick'
  | 'partyPosition' | 'otherPosition' | 'status' | 'statusOn' | 'phone' | 'email' | 'isMember' | 'leftStatus' | 'departure' | 'abroad' | 'change' | 'mark' | 'deletion' | 'note' | 'known'

/** `detail`: the tick's meaning, the sex of a column, the part of a place or of a day. */
export type Meaning = { readonly field: Field; readonly detail?: string }

/** Letters and digits only, without marks: `Số thẻ đảng viên/\nSố lý lịch *` becomes `so the dang vien so ly lich`. */
const plainWords = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, ' ').trim()

/** The words of a heading without what stands in brackets, unless nothing else is left. */
function headingWords(text: string): string {
  return plainWords(text.replace(/\([^)]*\)?/g, ' ')) || plainWords(text)
}

const PLACES: readonly (readonly [Field, RegExp])[] = [
  ['birthPlace', /khai sinh|noi sinh(?! hoat)/],
  ['nativePlace', /que quan|nguyen quan/],
  ['residence', /thuong tru|cu tru|noi o|dia chi|cho o/],
]

const placePart = (words: string): string =>
  /quoc gia|nuoc/.test(words) ? 'country' : /^tinh|thanh pho|tinh thanh/.test(words) ? 'province' : /^(quan|huyen)\b/.test(words) ? 'district' : /^(xa|phuong)\b/.test(words) ? 'commune' : 'detail'

/** `Xã/phường thường trú`, `Quê quán (chi tiết)`: a part of a place in a column of its own; the same with `cũ` is the place as it was called before. */
function placePartIn(text: string): Meaning | undefined {
  const words = plainWords(text)
  const place = PLACES.find(([, pattern]) => pattern.test(words))
  if (!place || !/^(chi tiet|so nha|xa|phuong|quan huyen|huyen|tinh tp|tinh thanh|tinh|quoc gia)\b|\bchi tiet$/.test(words)) return undefined
  return words.endsWith(' cu') ? { field: 'known' } : { field: place[0], detail: placePart(words) }
}

const LEAVING: readonly (readonly [status: string, words: RegExp])[] = [
  ['movedOut', /chuyen (sinh hoat )?di/], ['died', /tu tran|^(chet|mat)$/], ['struckOff', /xoa ten/], ['expelled', /khai tru/], ['resigned', /xin ra/],
]

/** A column of those who left in one way. */
function leavingOf(words: string): Meaning {
  const status = LEAVING.find(([, pattern]) => pattern.test(words))?.[0]
  return status ? { field: 'departure', detail: status } : { field: 'known' }
}

function meaningUnder(parent: string, sub: string, subText: string): Meaning | undefined {
  const words = headingWords(subText)
  if (/gioi tinh|^phai$/.test(parent)) return words === 'nam' ? { field: 'sexTick', detail: 'male' } : words === 'nu' ? { field: 'sexTick', detail: 'female' } : undefined
  // NAM (man) and NĂM (year) fold to the same letters; the mark decides.
  if (/\bsinh\b/.test(parent) && words === 'nam' && !tidy(subText).toLocaleLowerCase('vi').includes('ă')) return { field: 'bornOnBySex', detail: 'male' }
  if (/\bsinh\b/.test(parent) && words === 'nu') return { field: 'bornOnBySex', detail: 'female' }
  if (/\bsinh\b/.test(parent) && /^(ngay|thang|ngay thang|nam)$/.test(words)) return { field: 'bornPart', detail: words === 'nam' ? 'year' : words === 'thang' ? 'month' : 'day' }
  if (/^(dang vien )?giam\b|ra khoi dang/.test(parent)) return leavingOf(words)
  if (/^(dang vien )?tang\b/.test(parent) && !/ket nap/.test(words)) return { field: 'known' }
  if (/loai dang vien/.test(parent)) return { field: words === 'du bi' ? 'probationary' : 'known' }
  for (const [field, pattern] of PLACES) if (pattern.test(parent)) return { field, detail: placePart(sub) }
  if (/chuyen mon/.test(parent)) return { field: 'professionalTick', detail: tidy(subText) }
  if (/llct|ly luan|chinh tri/.test(parent)) return { field: 'politicsTick', detail: tidy(subText) }
  if (/vao dang|ket nap/.test(parent)) return /chinh thuc/.test(words) ? { field: 'confirmedOn' } : /ket nap|du bi|vao dang/.test(words) ? { field: 'admittedOn' } : { field: 'known' }
  if (/chuc vu/.test(parent)) return { field: /^dang\b/.test(words) ? 'partyPosition' : 'otherPosition' }
  if (/nuoc ngoai/.test(parent)) return /nguoi than|nhan than/.test(words) ? { field: 'known' } : /di nuoc ngoai/.test(words) ? { field: 'abroad' } : { field: 'known' }
  if (/tinh trang quan ly/.test(parent)) return { field: /khong con|khong quan ly/.test(words) ? 'leftStatus' : 'status' }
  if (/quyet dinh|huy hieu|khen|ky luat/.test(parent)) return { field: 'known' }
  return undefined
}

const BY_WORDS: readonly (readonly [field: Field, words: RegExp, detail?: string])[] = [
  ['rowNumber', /^(stt|tt|so tt|so thu tu|no)$/],
  ['systemId', /^(id|uuid|ma dang vien)$/],
  ['employeeCode', /^(ma (nhan vien|can bo|vien chuc|sinh vien|doan vien|so)|mscb|mssv|msnv)$/],
  ['cellCode', /^ma (so )?(chi bo|to chuc dang|tcd|to chuc)$/],
  ['organisationCode', /^ma (so )?(tccsd|tccs dang|tccs|to chuc co so|dang bo|dang uy)/],
  ['departure', /^ngay chuyen di\b/, 'movedOut'],
  ['departure', /^ngay (tu tran|mat)\b(?!.*mien)/, 'died'],
  ['departure', /^ngay ra (khoi )?dang\b/, 'struckOff'],
  ['confirmedOn', /^ngay chuyen.*chinh thuc/],
  ['known', /vao doan|noi chuyen|ngay chuyen|nguoi (huong dan|giup do|gioi thieu)|huong dan$|ngoai ngu|tin hoc|huy hieu|khen thuong|ky luat|chinh sach|hon nhan|xep loai|tuoi|quoc tich/],
  ['known', /chi bo.*cu tru|cu tru.*chi bo/],
  ['change', /thay doi|bien dong|tinh hinh$/],
  ['mark', /^danh dau( doi chieu)?$/],
  ['deletion', /de nghi xoa/],
  ['known', /ket qua kiem tra|chi tiet loi|^he thong doc la$/],
  ['currentName', /ten (dang|thuong) dung|ten hien dung/],
  ['fullName', /^ho (va )?ten( dang vien)? (va )?(cac )?(bi danh|ten (goi )?khac|ten thuong goi)$/],
  ['otherName', /ten goi khac|ten khac|bi danh|ten thuong goi/],
  ['familyNames', /^ho( va)?( ten| chu)?( dem| lot)$|^ho$/],
  ['givenName', /^ten$/],
  ['fullName', /^(ho va ten|ho ten)( khai sinh| dang vien)?$|^ten dang vien$|^ho va ten khai sinh$|^ho ten.*khai sinh/],
  ['sexTick', /^nu$/, 'female'],
  ['sex', /^gioi( tinh)?( nam nu)?$|^gt$|^phai$|^nam nu$/],
  ['statusOn', /ngay (roi|mat|mien|chuyen|tu tran)/],
  ['cardIssuedOn', /ngay.*cap.*the/],
  ['cardIssuedBy', /noi cap.*the|co quan cap.*the/],
  ['known', /ngay cap|noi cap/],
  ['cardAndHistory', /the.*ly lich|ly lich.*the/],
  ['historyNumber', /so( ho so)? ly lich|^so ll$|^sll$/],
  ['oldCardNumber', /the.*\b(85|cu)\b/],
  ['cardNumber', /so the|so tdv|^the dang|^ma the|^(s?tdv?|std)$/],
  ['oldIdentityNumber', /(cmnd|chung minh).*\bcu\b/],
  ['identityNumber', /cccd|dinh danh|can cuoc/],
  ['oldIdentityNumber', /cmnd|cmtnd|^so cmt$|^cmt$|chung minh/],
  ['confirmedOn', /(ngay|thang|nam|tg|thoi gian).*chinh thuc|^chinh thuc( ngay)?$|^ngay (ct|cn ?(dv)?ct)$|cong nhan (dang vien |dv ?)?ct$|^nvd (ct|chinh thuc)$|cong nhan chinh thuc/],
  ['isMember', /^(la )?dang vien$/],
  ['probationary', /(la )?dang vien du bi$|^du bi$/],
  ['memberKind', /loai dang vien|dang vien chinh thuc du bi|chinh thuc du bi/],
  ['known', /ngay.*quyet dinh.*ket nap/],
  ['admittedOn', /(ngay|thang|nam|tg|thoi gian|thoi diem).*(vao (dang|dcs)|ket nap)|^vao dang|^ket nap|^ngay (vd|kn|du bi)$|^nkn$|^nvd( du bi| db)?$/],
  ['birthPlace', /noi sinh(?! hoat)|khai sinh/],
  ['bornOn', /ngay.*sinh|sinh ngay|^nam sinh$|^sinh( nam)?$|^ntns$|^ntn sinh$/],
  ['ethnicity', /^dan toc$/],
  ['religion', /^ton giao$/],
  ['nativePlace', /que quan|nguyen quan|^que$/],
  ['residence', /thuong tru|cu tru|noi o|dia chi|cho o|ho khau|hktt/],
  ['generalEducation', /pho thong|van hoa|gdpt|^(td|trinh do) ?vh$|^vh$/],
  ['politicalTheory', /ly luan|\bll ?(ct|chinh tri)|^(trinh do )?chinh tri$|^td ?(ll)?ct$/],
  ['learning', /hoc van|hoc vi|^(td|trinh do) ?hv$/],
  ['professionalEducation', /chuyen mon|^((td|trinh do) ?)?cm(nv)?$|^trinh do( nghiep vu)?$/],
  ['otherPosition', /chuc vu.*(chinh quyen|doan the|chuyen mon)|nghe nghiep/],
  ['partyPosition', /chuc vu|^chuc danh/],
  ['status', /trang thai|tinh trang/],
  ['phone', /dien thoai|^sdt\b|so dt|^dtdd$|di dong/],
  ['email', /email|thu dien tu/],
  ['cellName', /^(ten )?chi bo( dang| noi)?( sinh hoat)?$|to chuc dang.*sinh hoat|(noi|don vi) sinh hoat|dang sinh hoat tai|sinh hoat tai chi bo|^thuoc chi bo$|^chi bo (dang )?sh$|^(noi|don vi|dang) sh$|\bsh tai\b/],
  ['organisationName', /to chuc co so dang|^tccsd$|^(ten )?dang (bo|uy)( co so)?$|^to chuc dang$|^don vi$/],
  ['note', /^(ghi|g) chu( khac)?$|^luu y$/],
]

/**
 * What a column holds, by the meaning of its heading (one or two rows of it, the upper first). `undefined` for a heading nobody taught us;
 * `known` for one that is understood and deliberately not read.
 */
export function meaningOf(parts: readonly string[]): Meaning | undefined {
  const filled = parts.map(tidy).filter((part) => part !== '')
  // A flattened heading of the national file: `Quê quán (theo mô hình 2 cấp) - Tỉnh *`.
  const [upper, lower] = filled.length === 1 ? splitFlattened(filled[0]!) : [filled.slice(0, -1).join(' '), filled.at(-1)]
  if (!lower) return undefined
  if (upper) {
    const found = meaningUnder(headingWords(upper), headingWords(lower), lower)
    if (found) return found
  }
  return bornOnBySexIn(lower) ?? manIn(filled) ?? byTheirD(lower) ?? (upper ? undefined : placePartIn(lower)) ?? meaningByWords(lower) ?? (upper ? meaningByWords(`${upper} ${lower}`) : undefined)
}

/** `Ngày vào Đảng (chính thức)`: what stands in the brackets makes another day of it. */
const isOfficialDay = (words: string): boolean => /(vao dang|ket nap)\b.*chinh thuc/.test(words) && !/du bi/.test(words)

/** DT is the ethnic group, ĐT the telephone; both fold to the same letters. */
function byTheirD(text: string): Meaning | undefined {
  const word = tidy(text).toLocaleLowerCase('vi').replaceAll('.', '')
  return word === 'dt' ? { field: 'ethnicity' } : word === 'đt' ? { field: 'phone' } : undefined
}

/** NAM (man) over a column of its own, which folds to the same letters as NĂM (year). */
const manIn = (filled: readonly string[]): Meaning | undefined => (filled.length === 1 && tidy(filled[0]!).toLocaleLowerCase('vi') === 'nam' ? { field: 'sexTick', detail: 'male' } : undefined)

/** `Năm sinh Nam`, `Ngày sinh (Nữ)`: the birth dates of one sex in a column of their own. */
function bornOnBySexIn(text: string): Meaning | undefined {
  const [, sex] = /sinh\b.*?[\s(:–-](nam|nữ)\)?$/u.exec(tidy(text).toLocaleLowerCase('vi')) ?? []
  return sex === undefined ? undefined : { field: 'bornOnBySex', detail: sex === 'nam' ? 'male' : 'female' }
}

function splitFlattened(text: string): readonly [string, string] {
  const at = text.indexOf(' - ')
  const upper = at > 0 ? headingWords(text.slice(0, at)) : ''
  return upper && PLACES.some(([, pattern]) => pattern.test(upper)) ? [text.slice(0, at), text.slice(at + 3)] : ['', text]
}

function meaningByWords(text: string): Meaning | undefined {
  // The card of Quyết định 85 is told apart by what stands in its brackets or behind its name.
  const words = /the/.test(fold(text)) && /\b85\b/.test(text) ? plainWords(text) : headingWords(text)
  if (isOfficialDay(plainWords(text))) return { field: 'confirmedOn' }
  const found = BY_WORDS.find(([, pattern]) => pattern.test(words))
  return found && { field: found[0], ...(found[2] ? { detail: found[2] } : {}) }
}
