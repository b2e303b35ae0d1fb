import { Loaded, PocketPage, useAddress, usePlace, useRead } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM } from '../client.ts'
import { dateText } from '../said.ts'
import { SupplementForm } from '../supplement-form.tsx'
import { word } from '../words.vi.ts'

/** The own form of the yearly supplement. */
export default function SupplementScreen() {
  const place = usePlace()
  const back = useAddress('pocketMe')
  const read = useRead([ROOM, 'ownSupplement'], (signal) => memberSheet.findOwnSupplement(undefined, { signal }))
  const supplement = read.value?.supplement
  return (
    <PocketPage title={supplement ? word('form', { year: supplement.year }) : word('supplements')} backTo={back} lead={supplement && word('dueFirst', { day: dateText(supplement.dueOn) })}>
      <Loaded read={read}>
        {({ supplement: mine }) => {
          if (!mine) return <p className="empty">{word('noSupplement')}</p>
          if (mine.may.answer) return <>{mine.returnReason && <p>{word('givenBack', { reason: mine.returnReason })}</p>}<SupplementForm supplement={mine} onDone={() => place.go(back)} /></>
          return <p>{word(mine.state === 'takenIn' ? 'takenInNote' : 'checkedNote')}</p>
        }}
      </Loaded>
    </PocketPage>
  )
}
