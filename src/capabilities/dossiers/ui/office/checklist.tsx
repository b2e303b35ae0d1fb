import { useState } from 'react'
import { Button, DataTable, Section, useAct, FailureBox, sizeText, type Column } from '../../../../platform/ui-kit/index.ts'
import { citationText } from '../../../../platform/ui-kit/index.ts'
import { dossierGroupNames, findDossierType, type DossierGroup } from '../../../../regulations/index.ts'
import { lineStateNames } from '../../messages.vi.ts'
import type { DossierPage, Item, Line, Scan } from '../client.ts'
import { datedWords, day, LineMark } from '../marks.tsx'
import { openScan } from '../open-scan.ts'
import { word } from '../words.vi.ts'
import type { Begin } from './act-types.ts'

type Rights = DossierPage['may']

function Why({ line }: { line: Line }) {
  const { required } = line
  if (!required) return <span className="dossier-reason">{word('notRequired')}</span>
  const others = required.anyOf.slice(1).map((code) => findDossierType(code)?.title ?? code)
  const words = [
    word('because', { reason: required.reasonText + (required.year ? ` (${word('forYear', { year: required.year })})` : '') }),
    required.certainty === 'inferred' ? word('inferred') : citationText(required.citation), others.length > 0 && line.state === 'missing' && word('orAlso', { titles: others.join('; ') }),
  ]
  const text = words.filter(Boolean).join(' · ')
  // What is there need not be explained unless somebody asks.
  if (line.state === 'present') return <details className="dossier-reason"><summary>{word('why')}</summary>{text}</details>
  return <span className="dossier-reason">{text}</span>
}

function Title({ line }: { line: Line }) {
  return (
    <span className="dossier-title">
      <span>{line.title}{line.formMark && <span className="summary-note"> {line.formMark}{!line.formMarkConfirmed && ` (${word('formUnconfirmed')})`}</span>}</span>
      <Why line={line} />
    </span>
  )
}

function Numbers({ item }: { item: Item }) {
  const words = [item.number, item.datedOn && datedWords(item.datedOn), item.pages && word('pages', { n: item.pages })].filter(Boolean).join(' · ')
  return (
    <div className="dossier-item">
      {words || '–'}
      {item.basis && <div className="dossier-reason">{item.basis}</div>}
      {item.former.length > 0 && (
        <details>
          <summary className="dossier-reason">{word('former', { n: item.former.length })}</summary>
          {item.former.map((each, i) => (
            <div key={i} className="dossier-reason">
              {[lineStateNames[each.state], each.number, each.datedOn && datedWords(each.datedOn), each.recordedBy ?? word('unknownWriter'), day(each.recordedAt.slice(0, 10))].filter(Boolean).join(' · ')}
            </div>
          ))}
        </details>
      )}
    </div>
  )
}

/** The first page, small: to know a paper by its look. Opening it is one press away and stands in the trail. */
function ScanPicture({ scan, onOpen }: { scan: Scan; onOpen: () => void }) {
  const [gone, setGone] = useState(false)
  if (gone) return null
  return (
    <button type="button" className="scan-picture" onClick={onOpen} aria-label={word('openScan', { name: scan.fileName })}>
      <img src={`/api/v1/dossiers/scans/${scan.id}/picture`} alt="" loading="lazy" width={54} height={72} onError={() => setGone(true)} />
    </button>
  )
}

function Where({ item, may, begin }: { item: Item; may: Rights; begin: Begin }) {
  const open = useAct(openScan)
  return (
    <div className="dossier-item">
      {[item.place, item.fromAdmission && word('fromAdmission')].filter(Boolean).join(' · ')}
      {item.loan && <div>{word('lentTo', { borrower: item.loan.borrower, day: day(item.loan.dueOn) })}</div>}
      <ul className="dossier-scans">
        {item.scans.map((scan) => (
          <li key={scan.id}>
            {may.readScan && scan.hasPicture && <ScanPicture scan={scan} onOpen={() => void open.run(scan)} />}
            <span className="scan-words">
              {may.readScan ? <button type="button" className="as-link scan-names" onClick={() => void open.run(scan)}>{scan.fileName}</button> : <span className="scan-names">{scan.fileName}</span>}
              <span className="summary-note">{[scan.pages && word('scanPages', { n: scan.pages }), scan.part && word('scanPart', { n: scan.part }), sizeText(scan.byteSize)].filter(Boolean).join(' · ')}</span>
              {may.write && <Button look="quiet" aria-label={`${word('moveScan')}: ${scan.fileName}`} onClick={() => begin('chuyen-quet', { scanId: scan.id })}>{word('moveScan')}</Button>}
            </span>
          </li>
        ))}
      </ul>
      <FailureBox failure={open.failure} />
    </div>
  )
}

function Acts({ line, may, begin }: { line: Line; may: Rights; begin: Begin }) {
  const about = { documentType: line.documentType }
  const named = (words: string, title: string) => ({ 'aria-label': `${words}: ${title}` })
  return (
    <span className="dossier-acts">
      {may.write && (line.items.length === 0 || line.multiple) && <Button look="quiet" {...named(word('actRecord'), line.title)} onClick={() => begin('ghi', about)}>{word('actRecord')}</Button>}
      {may.write && line.items.length === 0 && <Button look="quiet" {...named(word('actAbsent'), line.title)} onClick={() => begin('khong-co', about)}>{word('actAbsent')}</Button>}
      {line.items.map((item) => (
        <span key={item.id} className="dossier-acts">
          {may.write && <Button look="quiet" {...named(word('actCorrect'), item.title)} onClick={() => begin('sua', { itemId: item.id })}>{word('actCorrect')}</Button>}
          {may.write && <Button look="quiet" {...named(word('actMark'), item.title)} onClick={() => begin('tinh-trang', { itemId: item.id })}>{word('actMark')}</Button>}
          {may.lend && item.state === 'present' && !item.loan && <Button look="quiet" {...named(word('actLend'), item.title)} onClick={() => begin('cho-muon', { itemId: item.id })}>{word('actLend')}</Button>}
          {may.remake && (item.state === 'lost' || item.state === 'unreadable') && <Button look="quiet" {...named(word('actRemake'), item.title)} onClick={() => begin('tuong-trinh', { itemId: item.id })}>{word('actRemake')}</Button>}
        </span>
      ))}
    </span>
  )
}

function columnsOf(page: DossierPage, begin: Begin): Column<Line>[] {
  const acts: Column<Line> = { id: 'acts', title: word('colAct'), width: '14%', cell: (line) => <Acts line={line} may={page.may} begin={begin} /> }
  return [
    { id: 'state', title: word('colState'), width: '13%', cell: (line) => <LineMark state={line.state} optional={!line.required} /> },
    { id: 'title', title: word('colDocument'), width: '28%', cell: (line) => <Title line={line} /> },
    { id: 'number', title: word('colNumber'), width: '14%', cell: (line) => line.items.map((item) => <Numbers key={item.id} item={item} />) },
    { id: 'where', title: word('colWhere'), cell: (line) => line.items.map((item) => <Where key={item.id} item={item} may={page.may} begin={begin} />) },
    ...(page.dossier && (page.may.write || page.may.lend) ? [acts] : []),
  ]
}

/** What the dossier must hold and holds, part by part; what is missing says why it is required. */
export function Checklist({ page, begin }: { page: DossierPage; begin: Begin }) {
  const columns = columnsOf(page, begin)
  const groups = (Object.keys(dossierGroupNames) as DossierGroup[]).map((group) => ({ group, lines: page.lines.filter((line) => line.group === group) })).filter(({ lines }) => lines.length > 0)
  return groups.map(({ group, lines }) => {
    const required = lines.filter((line) => line.required)
    const present = required.filter((line) => line.state === 'present').length
    return (
      <Section key={group} title={dossierGroupNames[group]} note={required.length > 0 ? word('present', { present, required: required.length }) : undefined}>
        <DataTable caption={dossierGroupNames[group]} columns={columns} rows={lines} rowKey={(line) => `${line.documentType} ${line.required?.reason ?? ''}`} rowTone={(line) => (line.required && (line.state === 'missing' || line.state === 'lost') ? 'soon' : undefined)} />
      </Section>
    )
  })
}
