import '../finds.css'
import { useEffect, useState } from 'react'
import { PocketPage, TextField, useAddress, usePlace } from '../../../../platform/ui-kit/index.ts'
import { coveredNumberIn } from '../carried-number.ts'
import { useGoToFinds } from '../go-to-finds.ts'
import { NoneFound } from '../none-found.tsx'
import { NumberFinds } from '../number-finds.tsx'
import { TextFinds } from '../text-finds.tsx'
import { useNumber } from '../use-number.ts'
import { word } from '../words.vi.ts'
import { AskNumber } from './ask-number.tsx'

const WAIT_AFTER_TYPING = 300

/** The text once typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), WAIT_AFTER_TYPING)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

/** One field, and below it what fits; a covered number is asked for by a button. */
export default function PocketFindsScreen() {
  const { q, nhom } = usePlace().search
  const [text, setText] = useState(q ?? '')
  const asked = usePaused(text.trim())
  const number = useNumber()
  const goToFinds = useGoToFinds()
  const back = useAddress('pocketMembers')
  const covered = coveredNumberIn(asked)
  return (
    <PocketPage title={word('title')} backTo={back}>
      <TextField name="q" label={word('pocketField')} value={text} onChange={setText} maxLength={100} />
      {covered && <AskNumber onAsk={() => goToFinds(covered)} />}
      {number.isAsked && (covered || !asked) && <NumberFinds {...number} />}
      {!covered && asked && <TextFinds text={asked} only={asked === q ? nhom : undefined} />}
      {!asked && !number.isAsked && <NoneFound words="" />}
    </PocketPage>
  )
}
