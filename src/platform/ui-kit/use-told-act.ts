import { useTell } from './undo-message.tsx'
import { useAct, type Act, type ActOptions, type Call } from './use-act.ts'

/** What is said once an act is done, in so many words or made of its answer. */
export type Said<Output> = string | ((output: Output) => string)

/** An act that says what was done before anything follows from it; `onDone` mostly leaves the form. */
export function useToldAct<Input, Output>(call: Call<Input, Output>, said: Said<Output>, { onDone, ...options }: ActOptions<Input, Output> = {}): Act<Input, Output> {
  const tell = useTell()
  return useAct(call, {
    ...options,
    onDone: (output) => {
      tell(typeof said === 'string' ? said : said(output))
      onDone?.(output)
    },
  })
}
