type Props = {
  readonly done: number; readonly low: number; readonly expected: number; readonly high: number; readonly target: number | null
  /** The numbers under the line, in words; the same for who does not see the picture stands in `label`. */
  readonly words: { readonly expected: string; readonly target: string }
  readonly label: string
}

/** What is done, how far it is expected to come, between what it may lie, and where it should come to. Numbers stand in the text beside it. */
export function RangePicture({ done, low, expected, high, target, words, label }: Props) {
  const end = Math.max(1, high, target ?? 0, expected) * 1.06
  const at = (value: number) => (value / end) * 100
  return (
    <div className="range" role="img" aria-label={label}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="range-whole" y="4" width="100" height="4" />
        <rect className="range-done" y="2" width={at(done)} height="8" />
        <rect className="range-spread" x={at(low)} y="2" width={Math.max(0.5, at(high) - at(low))} height="8" />
        <rect className="range-expected" x={at(expected) - 0.2} y="0" width="0.4" height="12" />
        {target !== null && <rect className="range-target" x={at(target) - 0.2} y="0" width="0.4" height="12" />}
      </svg>
      <span className="range-mark range-above" style={{ left: `${at(expected)}%` }}>{words.expected}</span>
      {target !== null && <span className="range-mark range-below" style={{ left: `${at(target)}%` }}>{words.target}</span>}
    </div>
  )
}
