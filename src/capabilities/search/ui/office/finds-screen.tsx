import '../finds.css'
import { Page, usePlace } from '../../../../platform/ui-kit/index.ts'
import { NoneFound } from '../none-found.tsx'
import { NumberFinds } from '../number-finds.tsx'
import { TextFinds } from '../text-finds.tsx'
import { useNumber } from '../use-number.ts'
import { word } from '../words.vi.ts'

/** Everything that fits what was typed into the box of the header. */
export default function FindsScreen() {
  const { q, nhom } = usePlace().search
  const number = useNumber()
  const text = q?.trim()
  if (number.isAsked) return <Page title={word('numberTitle')}><NumberFinds {...number} /></Page>
  return (
    <Page title={text ? word('titleOf', { text }) : word('title')}>
      {text ? <TextFinds text={text} only={nhom} /> : <div className="empty"><NoneFound words="" /></div>}
    </Page>
  )
}
