import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** A file of an archive or a package. */
export interface File {
  readonly path: string
  readonly text: string
}

const deflate = promisify(deflateRaw)
/** 1 January 1980, the first moment that the format can write: the same files always make the same bytes. */
const [time, day] = [0, 0x21]
/** Names are UTF-8. */
const flags = 0x0800

/**
 * A ZIP archive of the files, in their order, as one piece of bytes. Without a clock, so that equal files make equal
 * archives.
 *
 * @source APPNOTE.TXT 6.3: 4.3.7 local file header, 4.3.12 central directory, 4.3.16 end of central directory; no file
 *   and no archive may be larger than 4 GiB, nor may there be more than 65,535 files
 */
export async function zip(files: readonly File[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, text } of files) {
    const [name, plain] = [Buffer.from(path), Buffer.from(text)]
    const packed = await deflate(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt16LE(time, 6)
    facts.writeUInt16LE(day, 8)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(plain.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, central, name]))
    pieces.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, listed, end])
}
