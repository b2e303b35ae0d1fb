const KEPT_MS = 60_000
const SHOWN_BY_BROWSERS = /^(image\/(jpeg|png|webp)|application\/pdf)$/

function follow(content: Blob, dress: (link: HTMLAnchorElement) => void): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.rel = 'noopener'
  dress(link)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** Gives the browser a file to keep, under a name or the one it came with. */
export function keepFile(content: Blob, name = content instanceof File ? content.name : ''): void {
  follow(content, (link) => { link.download = name })
}

/** Shows a file in a tab of its own when browsers can (pictures, PDF), else gives it to keep. */
export function showFile(content: Blob, { mediaType, fileName }: { mediaType: string; fileName: string }): void {
  follow(new Blob([content], { type: mediaType }), (link) => {
    if (SHOWN_BY_BROWSERS.test(mediaType)) link.target = '_blank'
    else link.download = fileName
  })
}
