import '../pocket-members.css'

export { RecordCards, RecordLead } from '../record-cards.tsx'
