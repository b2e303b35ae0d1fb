import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'

export type Tab = { readonly id: string; readonly label: string; readonly to: string; readonly note?: ReactNode }

/** Parts of a page as links, so that each part has its own address. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.id}>
            <AppLink to={tab.to} aria-current={tab.id === current ? 'page' : undefined}>
              {tab.label}
              {tab.note !== undefined && <span className="tab-note">{tab.note}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
