import type { ActProps } from './act-props.ts'
import { AwayForm, ReturnForm } from './away-forms.tsx'
import { MoveForm } from './move-form.tsx'
import { EndPostForm, PostForm } from './post-forms.tsx'

/** Acts on a person, as they stand in the address. */
export type ActName = 'di-xa' | 'da-ve' | 'chuyen-chi-bo' | 'ghi-chuc-vu' | 'thoi-chuc-vu'

/** The form of an act, above the page of the person. */
export function MemberAct({ act, postId, ...props }: ActProps & { act: ActName; postId: string }) {
  switch (act) {
    case 'di-xa': return <AwayForm {...props} />
    case 'da-ve': return <ReturnForm {...props} />
    case 'chuyen-chi-bo': return <MoveForm {...props} />
    case 'ghi-chuc-vu': return <PostForm {...props} />
    case 'thoi-chuc-vu': return <EndPostForm {...props} postId={postId} />
  }
}
