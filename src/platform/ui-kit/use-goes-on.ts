import { useEffect } from 'react'
import { useAddress, usePlace } from './kit.tsx'
import type { Read } from './use-read.ts'

/**
 * For a page of something that may go on under another address, such as a record that was joined into another: once the answer is there and
 * names another one, the address is changed to it, without a step back.
 */
export function useGoesOn(name: string, asked: string, { waiting, value }: Read<unknown>, found: string | undefined): void {
  const address = useAddress()
  const place = usePlace()
  const to = !waiting && value !== undefined && found && found !== asked ? address(name, { id: found }) : undefined
  useEffect(() => {
    if (to) place.go(to, { replace: true })
    // A change of the place is what this brings about.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [to])
}
