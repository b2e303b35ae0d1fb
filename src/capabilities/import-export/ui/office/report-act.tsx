import { Button, FailureBox, keepFile, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, type ImportFile } from '../client.ts'
import { word } from '../words.vi.ts'

/** `Danh sách xã.xls` comes back as `Danh sách xã - kết quả.xlsx`. */
const reportName = (fileName: string) => `${fileName.replace(/\.[a-z]{3,4}$/i, '')} - ${word('reportEnd')}.xlsx`

/** The uploaded workbook comes back with what became of each row beside it. */
export function ReportAct({ file }: { file: ImportFile }) {
  const tell = useTell()
  const { id, fileName } = file.import
  const take = useAct(importExport.takeImportReport, {
    onDone: (workbook) => {
      keepFile(workbook as unknown as Blob, reportName(fileName))
      tell(word('reportTaken', { file: reportName(fileName) }))
    },
  })
  return (
    <>
      <Button running={take.running} onClick={() => void take.run({ id })}>{word('takeReport')}</Button>
      {take.failure && <FailureBox failure={take.failure} />}
    </>
  )
}
