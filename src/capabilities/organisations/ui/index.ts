export { committeeNameOf } from './committee-name.ts'
export { usePlaces, useTop } from './use-places.ts'
