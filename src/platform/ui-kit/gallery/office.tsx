import '../office.css'
import { OfficeBits } from './office-bits.tsx'
import { OfficeFile } from './office-file.tsx'
import { OfficeList } from './office-list.tsx'
import { showGallery } from './show.tsx'

showGallery('office', { list: OfficeList, file: OfficeFile, bits: OfficeBits })
