import { countText } from './format.ts'
import { say } from './say.ts'

/** Which rows of how many, and the pages; the total always stands there. */
export function Pager(props: { total: number; page: number; pageSize: number; onPage?: ((page: number) => void) | undefined }) {
  const pages = Math.max(1, Math.ceil(props.total / props.pageSize))
  const from = (props.page - 1) * props.pageSize + 1
  const until = Math.min(props.total, props.page * props.pageSize)
  if (pages === 1) return <span className="pager">{say('list.total', { total: countText(props.total) })}</span>
  return (
    <nav className="pager" aria-label={say('list.pages')}>
      <span>{say('list.range', { from: countText(from), to: countText(until), total: countText(props.total) })}</span>
      {props.page > 1 && (
        <button type="button" className="button button-quiet" onClick={() => props.onPage?.(props.page - 1)}>
          {say('list.previous')}
        </button>
      )}
      <span aria-current="page">{say('list.page', { page: props.page, pages })}</span>
      {props.page < pages && (
        <button type="button" className="button button-quiet" onClick={() => props.onPage?.(props.page + 1)}>
          {say('list.next')}
        </button>
      )}
    </nav>
  )
}
