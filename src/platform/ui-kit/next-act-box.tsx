import type { ReactNode } from 'react'
import { useIsPast } from './kit.tsx'
import { say } from './say.ts'

/**
 * “Việc tiếp theo”: what, who, until when, and the one filled button. Acts are left out while a past day is viewed.
 * `notYet` says in words why a further act is not possible yet, instead of a grey button.
 */
export function NextActBox(props: { title: string; owner?: string; due?: ReactNode; notYet?: ReactNode; acts?: ReactNode; children?: ReactNode }) {
  const isPast = useIsPast()
  const lead = [say('ui.nextAct'), props.owner && `${say('ui.owner')}: ${props.owner}`].filter(Boolean).join(' · ')
  return (
    <section className="next-act" aria-label={say('ui.nextAct')}>
      <div className="next-act-words">
        <p className="next-act-lead">{lead}</p>
        <p className="next-act-title">{props.title}</p>
        {(props.due || props.notYet) && (
          <p>
            {props.due}
            {props.due && props.notYet && ' '}
            {props.notYet}
          </p>
        )}
        {props.children}
      </div>
      {!isPast && props.acts && <div className="next-act-acts">{props.acts}</div>}
    </section>
  )
}
