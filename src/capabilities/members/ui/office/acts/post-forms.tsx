import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { ActBox, DayField, dayText, Select, TextField } from '../../../../../platform/ui-kit/index.ts'
import { members } from '../../client.ts'
import { positionChoices, word } from '../../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { useMemberAct } from './use-member-act.ts'

/** A post in the committee of the own cell, or of what stands above it. */
export function PostForm({ member, onLeave }: ActProps) {
  const [organisationId, setOrganisation] = useState(member.line[0]?.id ?? '')
  const [position, setPosition] = useState('')
  const [from, setFrom] = useState<PlainDate>()
  const [basis, setBasis] = useState('')
  const act = useMemberAct(members.recordPost, word('postDone'), onLeave)
  const place = member.line.find((each) => each.id === organisationId)
  const positions: Readonly<Record<string, string>> = organisationId === member.placement?.cellId ? positionChoices.cell : positionChoices.organisation
  const choose = (id: string) => {
    setOrganisation(id)
    setPosition('')
  }
  const check = [{ label: word('postOrganisation'), value: place?.name }, { label: word('postPosition'), value: positions[position] }, { label: word('postFrom'), value: dayText(from) }, { label: word('basis'), value: basis }]
  return (
    <ActBox title={word('postTitle', { name: member.fullName })} act={act} doing={word('actPost')} check={() => check} onLeave={onLeave}
      onAct={() => void act.run({ id: member.id, organisationId, position, from: from!, basis })}
      required={[['organisationId', word('postOrganisation'), organisationId !== ''], ['position', word('postPosition'), position !== ''], ['from', word('postFrom'), from !== undefined], ['basis', word('basis'), basis.trim() !== '']]}>
      <Select name="organisationId" label={word('postOrganisation')} value={organisationId} onChange={choose} choices={member.line.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select name="position" label={word('postPosition')} value={position} onChange={setPosition} choices={Object.entries(positions).map(([value, label]) => ({ value, label }))} />
      <DayField name="from" label={word('postFrom')} value={from} onChange={setFrom} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={200} />
    </ActBox>
  )
}

/** Ends a post that runs. */
export function EndPostForm({ member, postId, onLeave }: ActProps & { postId: string }) {
  const [on, setOn] = useState<PlainDate>()
  const [basis, setBasis] = useState('')
  const act = useMemberAct(members.endPost, word('postEnded'), onLeave)
  const post = member.posts.find((each) => each.id === postId)
  const title = word('postEndTitle', { post: post ? `${post.positionName} ${post.organisation}` : '' })
  return (
    <ActBox title={title} act={act} doing={word('actEndPost')} check={() => [{ label: word('postEndOn'), value: dayText(on) }, { label: word('basis'), value: basis }]} onLeave={onLeave}
      onAct={() => void act.run({ id: member.id, postId, on: on!, ...(basis.trim() && { basis }) })} required={[['on', word('postEndOn'), on !== undefined]]}>
      <DayField name="on" label={word('postEndOn')} value={on} onChange={setOn} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={200} optional />
    </ActBox>
  )
}
