import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { useDesk, useIsPast, usePlace } from './kit.tsx'
import { dayText } from './format.ts'
import { PrintHead } from './print-head.tsx'
import { say } from './say.ts'
import { useTitle } from './title.ts'

export type Crumb = { readonly label: string; readonly to?: string | undefined }

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="breadcrumb" aria-label={say('ui.breadcrumb')}>
      <ol>
        {crumbs.map((crumb, i) => (
          <li key={i}>
            {crumb.to && i < crumbs.length - 1 ? <AppLink to={crumb.to}>{crumb.label}</AppLink> : <span>{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type PageProps = {
  title: string
  /** Grey words after the title: “tính đến 28/09/2018 · chưa ghi gì vào sổ”. */
  note?: ReactNode
  /** What it shows is a matter of now, or keeps its own days: the viewed day does not change it, and the title says so. */
  alwaysToday?: boolean
  /** The whole page is one act: while a past day is viewed it offers nothing but the way back to today. */
  isAct?: boolean
  /** Before the title, e.g. a photograph. */
  portrait?: ReactNode
  /** Where the thing stands in the tree, then the page; the last one is not a link. */
  crumbs?: readonly Crumb[]
  /** The one filled button. Left out, like `acts`, while a past day is viewed, or what was known before. */
  main?: ReactNode
  acts?: ReactNode
  /** What changes nothing (print, export, history): stays in the past too. */
  tools?: ReactNode
  /** Line under the title: numbers as links, or words. */
  summary?: ReactNode
  /** Other pages about the same thing, as a row of links under the head. */
  related?: readonly { label: string; to: string }[]
  /** Address of the list, with its filters: “Quay lại danh sách”. */
  backToList?: string
  /** The filters in words, for the printed head. */
  filterWords?: string
  children: ReactNode
}

function BackToToday() {
  const { path } = usePlace()
  return <p role="status">{say('ui.asOf.noActs')} <AppLink to={path}>{say('ui.asOf.back')}</AppLink></p>
}

/** A page of the office: breadcrumb, one h1, the one filled button at its right, the summary line, then the content. */
export function Page(props: PageProps) {
  const { asOf } = useDesk()
  useTitle(props.title)
  const isPast = useIsPast()
  const acts = isPast ? null : props.acts
  const main = isPast ? null : props.main
  return (
    <article className="page">
      <PrintHead title={props.title} filter={props.filterWords} />
      {props.crumbs && props.crumbs.length > 0 && <Breadcrumb crumbs={props.crumbs} />}
      <div className="page-head">
        {props.portrait}
        <div className="page-title">
          <h1 tabIndex={-1}>
            {props.title}
            {asOf && !props.alwaysToday && <span className="page-note past-words">{say('ui.asOf.title', { day: dayText(asOf) })}</span>}
            {isPast && props.alwaysToday && <span className="page-note past-words">{say('ui.asOf.alwaysToday')}</span>}
            {props.note && <span className="page-note">{props.note}</span>}
          </h1>
          {props.summary && <div className="page-summary">{props.summary}</div>}
        </div>
        {(props.tools || acts || main || props.backToList) && (
          <div className="page-acts">
            {props.backToList && <AppLink to={props.backToList}>{say('ui.backToList')}</AppLink>}
            {props.tools}
            {acts}
            {main}
          </div>
        )}
      </div>
      {props.related && (
        <nav className="page-related" aria-label={say('ui.related')}>
          {props.related.map((link) => <AppLink key={link.to} to={link.to}>{link.label}</AppLink>)}
        </nav>
      )}
      {props.isAct && isPast ? <BackToToday /> : props.children}
    </article>
  )
}

/** A part of a page with its heading, a grey note and acts at the right. */
export function Section(props: { title: string; note?: ReactNode; acts?: ReactNode; level?: 2 | 3; boxed?: boolean; id?: string; children: ReactNode }) {
  const Heading = `h${props.level ?? 2}` as 'h2'
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <Heading>
          {props.title}
          {props.note && <span className="section-note">{props.note}</span>}
        </Heading>
        {props.acts}
      </div>
      {props.boxed ? <div className="box">{props.children}</div> : props.children}
    </section>
  )
}

/** Two columns, 8 + 4; one under the other on narrow screens. */
export function Columns({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="columns">
      <div>{left}</div>
      <div>{right}</div>
    </div>
  )
}

/** A white box with a thin line. */
export function Box({ children, tone }: { children: ReactNode; tone?: 'soon' | 'refusal' | 'past' }) {
  return <div className={tone ? `box box-${tone}` : 'box'}>{children}</div>
}
