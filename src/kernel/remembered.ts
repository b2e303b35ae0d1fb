/** Free text would fill the memory of a long-lived process. */
const MOST_REMEMBERED = 2_000

/** The same function of a text, which judges each text once: lists repeat a few values thousands of times. */
export function rememberedByText<T>(judge: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    const judged = judge(text)
    if (known.size < MOST_REMEMBERED) known.set(text, judged)
    return judged
  }
}
