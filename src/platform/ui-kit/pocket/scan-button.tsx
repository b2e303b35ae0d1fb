import { useState } from 'react'
import { FieldErrorText } from '../fields/field.tsx'
import { say } from '../say.ts'
import { scanFault } from '../scan-fault.ts'

/** Takes a photograph of a paper with the phone's own camera; each photograph is one page. What is no picture, or too large, is refused at once. */
export function ScanButton({ name, label, onPages, main }: { name: string; label?: string; onPages: (pages: File[]) => void; main?: boolean }) {
  const [problem, setProblem] = useState<string>()
  const take = async (files: readonly File[]) => {
    const faults = await Promise.all(files.map(scanFault))
    setProblem(faults.find((fault) => fault !== undefined))
    const good = files.filter((_, i) => faults[i] === undefined)
    if (good.length > 0) onPages(good)
  }
  return (
    <>
      <label className={`button ${main ? 'button-main' : 'button-second'} scan-button`}>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="scan-input"
          aria-describedby={problem ? `${name}-problem` : undefined}
          onChange={(event) => {
            void take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <span>{label ?? say('m.scan')}</span>
      </label>
      {problem && <p className="scan-problem" role="alert"><FieldErrorText id={`${name}-problem`} text={problem} /></p>}
    </>
  )
}
