export { FilledTable, tableTitle, type Filled, type FilledLine, type Opened } from './filled-table.tsx'
export { NamesBehind, type PeopleBehind } from './names-behind.tsx'
export { TableFoot } from './office/table-foot.tsx'
