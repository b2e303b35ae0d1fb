export { RecordCards, RecordLead } from '../record-cards.tsx'
