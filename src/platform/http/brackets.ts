const BRACKETED = /^(\w+)((?:\[\w{0,40}\]){1,4})$/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

type Tree = { [key: string]: unknown }

function place(tree: Tree, path: readonly string[], value: unknown): void {
  let at = tree
  path.forEach((key, i) => {
    if (i === path.length - 1) at[key] = value
    else at = (at[key] ??= Object.create(null)) as Tree
  })
}

const settle = (node: unknown): unknown => {
  if (typeof node !== 'object' || node === null || Object.getPrototypeOf(node) !== null) return node
  const entries = Object.entries(node as Tree).map(([key, value]) => [key, settle(value)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))
  return isList ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value) : Object.fromEntries(entries)
}

/** Fields written in bracket notation as the nested value they mean: `ids[0]=a&filter[kind]=b`. Other fields stay as they are. */
export function readBrackets(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tree: Tree = Object.create(null)
  for (const [name, value] of Object.entries(fields)) {
    const match = BRACKETED.exec(name)
    if (!match) { if (!FORBIDDEN.has(name)) tree[name] = value; continue }
    const inner = [...match[2]!.matchAll(/\[(\w*)\]/g)].map((m, i) => m[1] || String(i))
    const path = [match[1]!, ...inner]
    if (!path.some((key) => FORBIDDEN.has(key))) place(tree, path, value)
  }
  return settle(tree) as Record<string, unknown>
}
