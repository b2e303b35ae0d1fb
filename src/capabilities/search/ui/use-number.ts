import { useEffect, useRef } from 'react'
import { useAct, usePlace } from '../../../platform/ui-kit/index.ts'
import { carriedNumber } from './carried-number.ts'
import { search } from './client.ts'

/** Asks once for the number that was carried here: every asking is written down, so that it is not read anew by itself. */
export function useNumber() {
  const { so } = usePlace().search
  const act = useAct(search.findByNumber)
  const asked = useRef<string | undefined>(undefined)
  const number = carriedNumber()
  useEffect(() => {
    if (!so || !number || asked.current === so) return
    asked.current = so
    void act.run({ number })
    // The asking itself is not a reason to ask again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [so, number])
  return { isAsked: so !== undefined, isGone: so !== undefined && number === undefined, act }
}
