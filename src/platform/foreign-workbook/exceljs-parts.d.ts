// Parts of exceljs that its own types do not tell of; whoever imports one says what it is.
declare module 'exceljs/lib/*' {
  const part: unknown
  export default part
}
