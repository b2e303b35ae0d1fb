import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { say } from './say.ts'
import { StatusIcon, type StatusShape } from './status-mark.tsx'

export type Stage = { readonly label: string; readonly state: 'done' | 'current' | 'future' | 'notRequired'; readonly note?: ReactNode; readonly to?: string; readonly shape?: StatusShape }

const shapes: Record<Stage['state'], StatusShape> = { done: 'done', current: 'soon', future: 'future', notRequired: 'notRequired' }

/** The steps of a file in words, with the days done and the current one marked. `small` = one line, as in an import. */
export function StageLine({ stages, small, label }: { stages: readonly Stage[]; small?: boolean; label?: string }) {
  return (
    <ol className={small ? 'stage-line stage-small' : 'stage-line'} aria-label={label ?? say('ui.stages')}>
      {stages.map((stage, i) => (
        <li key={i} className={`stage stage-${stage.state}`} aria-current={stage.state === 'current' ? 'step' : undefined}>
          <span className="stage-name">
            <StatusIcon shape={stage.shape ?? shapes[stage.state]} />
            {stage.to ? <AppLink to={stage.to}>{stage.label}</AppLink> : <span>{stage.label}</span>}
          </span>
          {stage.note && <span className="stage-note">{stage.note}</span>}
        </li>
      ))}
    </ol>
  )
}
