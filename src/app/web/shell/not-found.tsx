import { Page, RefusalBox, say, useTitle, PocketPage, useDesk } from '../../../platform/ui-kit/index.ts'

const reasons = [{ message: say('ui.notFound'), why: say('ui.notFound.why'), todo: say('ui.notFound.todo') }]

/** The answer to an address that does not exist, or lies outside one's part: the two are not told apart. */
export function NotFound() {
  const { device } = useDesk()
  useTitle(say('ui.notFound.title'))
  if (device === 'pocket')
    return (
      <PocketPage title={say('ui.notFound.title')} backTo="/m/">
        <RefusalBox reasons={reasons} still />
      </PocketPage>
    )
  return (
    <Page title={say('ui.notFound.title')}>
      <RefusalBox reasons={reasons} still />
    </Page>
  )
}
