/** A source of chance that gives the same run for the same seed and name. Streams of different names do not disturb each other. */
export class Random {
  private state: [number, number, number, number]

  constructor(private readonly seed: number | string, name: string) {
    this.state = mix(`${seed}/${name}`)
    for (let i = 0; i < 12; i++) this.next()
  }

  /** A stream of its own for one part of the work. */
  branch(name: string): Random {
    return new Random(`${this.seed}/${this.state[3]}`, name)
  }

  /** From 0 inclusive to 1 exclusive (sfc32). */
  next(): number {
    let [a, b, c, d] = this.state
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t | 0
    this.state = [a, b, c, d]
    return (t >>> 0) / 4294967296
  }

  /** A whole number, both ends inclusive. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Nothing to pick from')
    return list[Math.floor(this.next() * list.length)]!
  }

  /** One of the choices, as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let rest = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of choices) if ((rest -= weight) < 0) return choice
    return choices.at(-1)![0]
  }

  /** Around `mean`, four fifths within 1.3 `spread`, never outside the bounds; a whole number. */
  around(mean: number, spread: number, least: number, most: number): number {
    const bell = this.next() + this.next() + this.next() + this.next() - 2
    return Math.min(most, Math.max(least, Math.round(mean + bell * spread * 1.73)))
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1))
      ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
    }
    return copy
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.int(0, 9)).join('')
  }
}

/** Four words from a text (cyrb128), so that neighbouring seeds start far apart. */
function mix(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  return [h1 >>> 0, h2 >>> 0, h3 >>> 0, h4 >>> 0]
}

/**
 * Chooses exactly `count` places, each as likely as its weight says (systematic sampling).
 * Throws `RangeError` when fewer places have any weight.
 */
export function chooseExactly(random: Random, weights: readonly number[], count: number): Set<number> {
  const open = weights.map((weight, place) => ({ weight, place })).filter(({ weight }) => weight > 0)
  if (open.length < count) throw new RangeError(`Only ${open.length} places for ${count}`)
  const chosen = new Set<number>()
  let rest = open
  // A place heavier than a whole step is certain; taking those first keeps the others exact.
  for (let heavy = rest; heavy.length > 0 && chosen.size < count;) {
    const step = rest.reduce((sum, { weight }) => sum + weight, 0) / (count - chosen.size)
    heavy = rest.filter(({ weight }) => weight >= step).slice(0, count - chosen.size)
    for (const { place } of heavy) chosen.add(place)
    rest = rest.filter(({ place }) => !chosen.has(place))
  }
  const missing = count - chosen.size
  const step = rest.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, missing)
  let mark = random.next() * step
  let passed = 0
  let taken = 0
  for (const { weight, place } of rest) {
    passed += weight
    if (taken < missing && passed > mark) {
      chosen.add(place)
      taken++
      mark += step
    }
  }
  for (const { place } of rest) if (chosen.size < count) chosen.add(place)
  return chosen
}

/** Divides a whole number into parts after the weights; the parts add up exactly (largest remainder). */
export function divide(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact.map((value, place) => ({ place, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.place - b.place)
  const missing = whole - parts.reduce((a, b) => a + b, 0)
  for (let i = 0; i < missing; i++) parts[order[i % order.length]!.place]!++
  return parts
}
