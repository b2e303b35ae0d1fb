import { EntranceFrame } from './entrance-frame.tsx'
import { PasswordForm } from './password-form.tsx'
import { word } from './words.vi.ts'

/** Before the first work: a password that only its owner knows. */
export function NewPasswordPage({ onDone }: { onDone: () => void }) {
  return (
    <EntranceFrame title={word('passwordTitle')}>
      <p>{word('passwordMust')}</p>
      <PasswordForm onDone={onDone} />
    </EntranceFrame>
  )
}
