import type { PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { tell } from './answer.ts'
import { dayOption, readArguments } from './arguments.ts'
import { openInstallation } from './installation.ts'
import { words } from './messages.vi.ts'
import { portOf } from './settings.ts'

export const serveOptions = ['port', 'host', 'today'] as const

/** Reads `--today`: a day, or `now`. */
export const todayOf = (text: string | undefined): PlainDate | 'now' | undefined => (text === 'now' ? text : dayOption('today', text))

/** `dangvu serve`: the product on the user's own data. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArguments(args, serveOptions)
  portOf(values.port)
  const [installation, { listen }] = await Promise.all([openInstallation({ data: values.data, today: todayOf(values.today) }), import('./listening.ts')])
  return listen(installation, values, async (address) => {
    tell(fillIn(words.listening, { address }))
    const { firstStartAddress } = await import('./first-start.ts')
    const first = await firstStartAddress(installation, address)
    if (first) tell(fillIn(words.firstStart, { address: first }))
    tell(words.stopAsk)
  })
}
