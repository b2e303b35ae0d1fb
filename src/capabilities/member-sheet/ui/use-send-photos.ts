import { useState } from 'react'
import { asFailure, type Failure } from '../../../platform/ui-kit/index.ts'
import { memberSheet } from './client.ts'

/** Sends photographs to a proposal, one after the other; those that did not arrive stay, and may be sent again. */
export function useSendPhotos(photos: readonly File[], onLeft: (photos: readonly File[]) => void) {
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const send = async (proposalId: string): Promise<boolean> => {
    setRunning(true)
    setFailure(undefined)
    let left = photos
    try {
      for (const file of photos) {
        await memberSheet.addPhoto({ proposalId, file })
        left = left.slice(1)
        onLeft(left)
      }
    } catch (thrown) {
      setFailure(asFailure(thrown))
    }
    setRunning(false)
    return left.length === 0
  }
  return { send, running, failure }
}
