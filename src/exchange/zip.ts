import { zip as pack, strToU8 } from 'fflate'

/** A file of an archive or a package. */
export interface File {
  readonly path: string
  readonly text: string
}

/** The first moment that the format can write, in whatever zone: the same files always make the same bytes. */
const beginning = new Date(1980, 0, 1)

/** A ZIP archive of the files, in their order, as one piece of bytes. Equal files make equal archives. */
export function zip(files: readonly File[]): Promise<Buffer> {
  const contents = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
  return new Promise((resolve, reject) =>
    pack(contents, { level: 6, mtime: beginning }, (error, bytes) =>
      error ? reject(error) : resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    ),
  )
}
