import { Importer, type Asked } from './importer.ts'

const importer = new Importer()

addEventListener('message', ({ data }: MessageEvent<Asked>) => postMessage(importer.hear(data)))
