export { lookAtScan, mayHavePicture, smallPicture } from './kept.ts'
