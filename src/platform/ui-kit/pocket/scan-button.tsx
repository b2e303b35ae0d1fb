import { say } from '../say.ts'

/** Takes a photograph of a paper with the phone's own camera; each photograph is one page. */
export function ScanButton({ label, onPages, main }: { label?: string; onPages: (pages: File[]) => void; main?: boolean }) {
  return (
    <label className={`button ${main ? 'button-main' : 'button-second'} scan-button`}>
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="scan-input"
        onChange={(event) => {
          onPages([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <span>{label ?? say('m.scan')}</span>
    </label>
  )
}
