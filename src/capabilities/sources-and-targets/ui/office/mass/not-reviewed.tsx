import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { Box, countText, dayText, Drawer, NumberLink } from '../../../../../platform/ui-kit/index.ts'
import type { MassReviews } from '../targets/client.ts'
import { word } from './words.vi.ts'

/** Cells that nobody reviewed for a year, with their names behind the number. */
export function NotReviewed({ reviews }: { reviews: MassReviews }) {
  const [open, setOpen] = useState(false)
  const { notReviewed, notReviewedTotal } = reviews
  if (notReviewedTotal === 0) return null
  const more = notReviewedTotal - notReviewed.length
  return (
    <Box tone="soon">
      <NumberLink shape="soon" count={notReviewedTotal} word={word('notReviewed')} onOpen={() => setOpen(true)} /> {word('notReviewedHint')}
      <Drawer open={open} onClose={() => setOpen(false)} title={word('notReviewedTitle')}>
        <ul className="mass-names">
          {notReviewed.map((cell) => (
            <li key={cell.organisationId}>
              {[cell.name, cell.aboveName].filter(Boolean).join(' – ')}
              <span className="hint">{cell.lastOn ? word('lastOn', { day: dayText(cell.lastOn as PlainDate) }) : word('never')}</span>
            </li>
          ))}
        </ul>
        {more > 0 && <p>{word('notReviewedMore', { n: countText(more) })}</p>}
      </Drawer>
    </Box>
  )
}
