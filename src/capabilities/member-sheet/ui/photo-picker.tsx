import { useState, type InputHTMLAttributes } from 'react'
import { Button } from '../../../platform/ui-kit/index.ts'
import { word } from './words.vi.ts'
import './photo-picker.css'

const MOST = 6
const LARGEST = 10 * 1024 * 1024
const isPhoto = ({ type, name, size }: File): boolean => size <= LARGEST && (/^(image\/|application\/pdf$)/.test(type) || /\.(jpe?g|png|webp|heic|pdf)$/i.test(name))

/** Photographs of a paper: taken with the camera or chosen, named, and dropped again before anything is sent. */
export function PhotoPicker({ photos, onChange, untitled = false }: { photos: readonly File[]; onChange: (photos: readonly File[]) => void; untitled?: boolean }) {
  const [problem, setProblem] = useState<string>()
  const add = (list: FileList | null) => {
    const chosen = [...(list ?? [])]
    const wrong = chosen.find((file) => !isPhoto(file))
    const all = [...photos, ...chosen.filter(isPhoto)]
    setProblem(wrong ? word('photoWrong', { name: wrong.name }) : all.length > MOST ? word('photosMost') : undefined)
    onChange(all.slice(0, MOST))
  }
  const field = (words: string, more: InputHTMLAttributes<HTMLInputElement>) => (
    <label className="file-choose">
      <input type="file" className="file-input" aria-label={words} {...more} onChange={(event) => { add(event.target.files); event.target.value = '' }} />
      <span className="button button-second" aria-hidden="true">{words}</span>
    </label>
  )
  return (
    <div className="photo-picker" role="group" aria-label={word('photos')}>
      {!untitled && <strong>{word('photos')}</strong>}
      <span className="hint">{word('addPhotoHint')}</span>
      <span className="photo-choose">{field(word('takePhoto'), { accept: 'image/*', capture: 'environment' })}{field(word('choosePhoto'), { accept: 'image/*,application/pdf', multiple: true })}</span>
      {problem && <p className="field-error" role="alert">{problem}</p>}
      <ul className="photo-names">{photos.map((photo, i) => <li key={`${photo.name}-${i}`}>{photo.name} <Button look="quiet" aria-label={word('photoDrop', { name: photo.name })} onClick={() => onChange(photos.filter((_, at) => at !== i))}>{word('removePhoto')}</Button></li>)}</ul>
    </div>
  )
}
