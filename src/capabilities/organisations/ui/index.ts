export { usePlaces, useTop } from './use-places.ts'
