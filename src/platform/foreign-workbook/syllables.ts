import { fold } from '../../kernel/index.ts'

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?'
const CODA = '(?:ng|nh|ch|[cmnpt])'
const RHYME = [
  `(?:a|o|u|e|i|y|ie|uo|ua|ye|oa|oe|ue|uy|uye|oo)${CODA}?`,
  '(?:ai|ao|au|ay|eo|eu|ia|ieu|iu|oai|oao|oay|oeo|oi|ua|uai|uay|ui|uoi|uou|uu|uya|uyu|yeu|ya|uau|uao|ueo)',
]
const SYLLABLE = new RegExp(`^${ONSET}(?:${RHYME.join('|')})$`)
/** Letters that Vietnamese text in Unicode may contain. */
const VIETNAMESE = /^[a-zA-ZàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệđìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆĐÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]+$/

/** True when the text has a letter, or a capital inside a word, that Vietnamese text in Unicode never has. */
export const hasForeignLetter = (text: string): boolean =>
  text.split(/[\s'’.-]+/).some((word) => word !== '' && (!VIETNAMESE.test(word.normalize('NFC')) || /\p{Ll}\p{Lu}/u.test(word)))

/** True when a word could be spoken in Vietnamese: right letters in a possible order. */
export function isSyllable(word: string): boolean {
  const composed = word.normalize('NFC')
  return VIETNAMESE.test(composed) && SYLLABLE.test(fold(composed))
}
