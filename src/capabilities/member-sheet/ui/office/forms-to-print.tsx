import { Button, Loaded, Page, useRead } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM, type Campaign, type Supplement } from '../client.ts'
import { itemName } from '../said.ts'
import { word } from '../words.vi.ts'

const standing = (item: Supplement['filledIn'][number]): string => (item.covered ? word('notPrinted') : item.isList ? item.entries.map((entry) => entry.text).join('; ') || word('notTold') : (item.text ?? word('notTold')))

function PaperForm({ form, first }: { form: Supplement; first: boolean }) {
  return (
    <article className={first ? 'sheet-form' : 'sheet-form sheet-page-break'}>
      <h2>{word('printTitleForms', { year: form.year })}</h2>
      <p>{form.fullName}{form.bornOn ? ` (${form.bornOn.slice(0, 4)})` : ''} · {form.cell}</p>
      {form.filledIn.map((item) => <p key={item.key}><strong>{itemName(item.key)}:</strong> {standing(item)}. {word('changeBlank')}</p>)}
    </article>
  )
}

/** Forms that nobody has answered, filled in with what stands; one to a page. */
export function FormsToPrint({ campaign, organisationId, onLeave }: { campaign: Campaign; organisationId: string | undefined; onLeave: () => void }) {
  const read = useRead([ROOM, 'unanswered', campaign.id, organisationId], (signal) => memberSheet.listUnanswered({ campaignId: campaign.id, ...(organisationId ? { organisationId } : {}), size: 60 }, { signal }))
  return (
    <Page alwaysToday title={word('campaign', { year: campaign.year })} summary={read.value && word('printing', { n: read.value.total })} tools={<><Button onClick={onLeave}>{word('backToCampaign')}</Button><Button onClick={() => window.print()}>{word('printNow')}</Button></>}>
      <Loaded read={read}>{({ rows }) => <>{rows.map((form, i) => <PaperForm key={form.id} form={form} first={i === 0} />)}</>}</Loaded>
    </Page>
  )
}
