import './organisations.css'
import { useEffect, useState } from 'react'
import { Columns, countText, EmptyList, Loaded, NumberLink, Page, TextField, useAddress, useAddressState } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { useTree, useViewed, type Tree } from '../client.ts'
import { word } from '../words.vi.ts'
import { Brief } from './brief.tsx'
import { NarrowLevel } from './narrow-level.tsx'
import { useNarrow } from './use-narrow.ts'
import { WideTree } from './wide-tree.tsx'

const SEARCH_AFTER_MS = 250

/** What was typed, once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

function Totals({ tree }: { tree: Tree }) {
  const address = useAddress()
  const { grassroots, cells, counts } = tree.totals
  const below = address('organisation', { id: tree.rootId! }, { phan: 'truc-thuoc' })
  return (
    <>
      {grassroots > 1 && <><NumberLink count={grassroots} word={word('grassroots')} to={below} /> · </>}
      <NumberLink count={cells} word={word('cells')} to={below} />
      {counts && (
        <>
          {' · '}<NumberLink count={counts.members} word={word('members')} to={address('members', {}, { 'to-chuc': tree.rootId! })} />{' '}
          {word('membersSplit', { full: countText(counts.full), probationary: countText(counts.probationary) })}
        </>
      )}
    </>
  )
}

function TreePage({ tree }: { tree: Tree }) {
  const narrow = useNarrow()
  const viewed = useViewed()
  const [{ chon, cap }, set] = useAddressState({ chon: '', cap: '' })
  const [typed, setTyped] = useState('')
  const search = useRested(typed.trim())
  const rootId = tree.rootId!
  const chosen = chon || rootId
  const field = <TextField name="search" label={word('search')} hint={word('searchHint')} value={typed} onChange={setTyped} maxLength={100} />
  return (
    <Page title={word('treeTitle')} summary={<Totals tree={tree} />} tools={<ListTools list="organisations" asked={{ root: rootId, search, ...viewed }} />}>
      {narrow
        ? <>{field}<NarrowLevel rootId={rootId} level={cap || rootId} search={search} /></>
        : <Columns left={<div className="tree-side">{field}<WideTree tree={tree} search={search} chosen={chosen} onChoose={(id) => set({ chon: id })} /></div>} right={<Brief id={chosen} />} />}
    </Page>
  )
}

/** The organisations of one's part as a tree, with their numbers on the viewed day. */
export default function TreeScreen() {
  const read = useTree({})
  if (read.value?.rootId) return <TreePage tree={read.value} />
  return <Page title={word('treeTitle')}><Loaded read={read} lines={12}>{() => <EmptyList>{word('treeEmpty')}</EmptyList>}</Loaded></Page>
}
