import { StrictMode, type ComponentType } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import type { PlainDate } from '../../../kernel/index.ts'
import { ConnectionProvider, KitProvider, UndoMessages } from '../index.ts'
import { district, w } from './messages.vi.ts'

const place = { path: location.pathname, search: {}, params: {}, go: () => undefined }

/** Draws the page of the gallery that the address asks for: `?page=file&xem=2018-06-30&type=large`. */
export function showGallery(device: 'office' | 'pocket', pages: Readonly<Record<string, ComponentType>>): void {
  const wanted = new URLSearchParams(location.search)
  const Shown = pages[wanted.get('page') ?? ''] ?? Object.values(pages)[0]!
  if (wanted.get('type') === 'large') document.documentElement.dataset['type'] = 'large'
  const asOf = wanted.get('xem') as PlainDate | null
  const desk = { organisation: district, person: w.officerName, role: w.officer, today: '2018-10-08' as PlainDate, device, ...(asOf ? { asOf } : {}) }
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <KitProvider desk={desk} place={place} addresses={{ rules: '/quy-dinh' }}>
          <ConnectionProvider value={{ online: false, waiting: 2, failed: 0 }}>
            <UndoMessages>
              <main className={device === 'office' ? 'office-content' : 'pocket'}>
                <Shown />
              </main>
            </UndoMessages>
          </ConnectionProvider>
        </KitProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
