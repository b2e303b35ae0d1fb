import '../pocket.css'
import { PocketAttendance, PocketHome, PocketVote } from './pocket-pages.tsx'
import { showGallery } from './show.tsx'

showGallery('pocket', { home: PocketHome, vote: PocketVote, attendance: PocketAttendance })
