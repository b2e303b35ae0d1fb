import type { ComponentType } from 'react'

/**
 * A page that a room offers to a shell. `address` is the English name in the app's table of addresses (`member`,
 * `admissionCase`), which gives the path; the screen is fetched when it is first opened.
 */
export type ScreenRoute = {
  readonly address: string
  /** Words while the page is being fetched, and for the menu when `menu.label` is absent. */
  readonly title: string
  readonly screen: () => Promise<{ default: ComponentType }>
  /** Names of the roles that have this page; absent = every signed-in person. Without the role the page is not found. */
  readonly roles?: readonly string[]
  readonly menu?: ScreenMenu
}

export type ScreenMenu = {
  /** Absent = above the groups. */
  readonly group?: 'organisations' | 'development' | 'figures' | 'system'
  readonly order: number
  readonly label?: string
  /** Name of the count of late things that the shell shows beside the word. */
  readonly lateCount?: string
}
