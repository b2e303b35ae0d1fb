import { useAct, useLargeType } from '../../../platform/ui-kit/index.ts'
import { access } from './client.ts'

/** Large type of this browser, kept with the account too, so that it follows the person to another machine. */
export function useKeptLargeType(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLargeType()
  const act = useAct(access.setLargeType)
  const set = (largeType: boolean) => {
    setOn(largeType)
    void act.run({ largeType })
  }
  return [on, set]
}
