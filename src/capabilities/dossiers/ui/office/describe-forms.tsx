import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Checkbox, DayField, FieldGroup, TextField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { dossierEventNames, type DossierEvent } from '../../../../regulations/index.ts'
import { dossiers, type DossierPage } from '../client.ts'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import type { ActProps } from './act-types.ts'

type Place = { room: string; cabinet: string; box: string; folder: string }

function PlaceFields({ place, set }: { place: Place; set: (place: Place) => void }) {
  return (
    <FieldGroup legend={word('whereItLies')} inline>
      {(['room', 'cabinet', 'box', 'folder'] as const).map((name) => (
        <TextField key={name} name={name} label={word(name)} value={place[name]} onChange={(text) => set({ ...place, [name]: text })} maxLength={60} width={14} optional />
      ))}
    </FieldGroup>
  )
}

/** Opens the dossier of a member. */
export function OpenForm({ page, onLeave }: ActProps) {
  const { today } = useDesk()
  const [openedOn, setOpenedOn] = useState<PlainDate | undefined>(today)
  const [basis, setBasis] = useState('')
  const [place, setPlace] = useState<Place>({ room: '', cabinet: '', box: '', folder: '' })
  const act = useDossierAct(dossiers.openDossier, ({ takenIn }) => word('openDone', { n: takenIn }), onLeave)
  return (
    <ActBox title={`${word('actOpen')}: ${page.person.fullName}`} act={act} doing={word('actOpen')} required={[['openedOn', word('openedOn'), openedOn !== undefined]]} onLeave={onLeave}
      onAct={() => void act.run({ personId: page.person.id, openedOn: openedOn!, basis, ...place })}>
      <DayField name="openedOn" label={word('openedOn')} value={openedOn} onChange={setOpenedOn} />
      <PlaceFields place={place} set={setPlace} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={300} optional />
    </ActBox>
  )
}

const names = Object.keys(dossierEventNames) as DossierEvent[]

/** Where the dossier lies, and what happened to the member beside what the register tells. */
export function DescribeForm({ page, dossier, onLeave }: ActProps & { dossier: NonNullable<DossierPage['dossier']> }) {
  const [place, setPlace] = useState<Place>({ room: dossier.place.room ?? '', cabinet: dossier.place.cabinet ?? '', box: dossier.place.box ?? '', folder: dossier.place.folder ?? '' })
  const [events, setEvents] = useState<readonly DossierEvent[]>(dossier.events)
  const act = useDossierAct(dossiers.describeDossier, word('describeDone'), onLeave)
  const known = page.events.filter((event) => !dossier.events.includes(event))
  const toggle = (event: DossierEvent, on: boolean) => setEvents(on ? [...events, event] : events.filter((each) => each !== event))
  return (
    <ActBox title={word('actDescribe')} act={act} doing={word('actDescribe')} required={[]} onLeave={onLeave}
      onAct={() => void act.run({ dossierId: dossier.id, version: dossier.version, ...place, events: [...events] })}>
      <PlaceFields place={place} set={setPlace} />
      <FieldGroup legend={word('events')} hint={word('eventsHint')}>
        <div className="dossier-events">
          {names.filter((event) => !known.includes(event)).map((event) => (
            <Checkbox key={event} name={`event-${event}`} label={dossierEventNames[event]} checked={events.includes(event)} onChange={(on) => toggle(event, on)} />
          ))}
        </div>
      </FieldGroup>
    </ActBox>
  )
}
