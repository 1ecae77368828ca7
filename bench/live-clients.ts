/**
 * Many who follow, each a bare connection that only looks whether an event has come. Each line that comes in is the
 * number of the event to wait for; when all have it, or nobody got it for five seconds, the moments are said.
 * Run by live.ts as: node live-clients.ts <port> <how many> events|websocket
 */
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

const [port, many, by, path = '/plenary/live'] = process.argv.slice(2)
const count = Number(many)
const answer = (value: object) => console.log(JSON.stringify(value))

const hello =
  by === 'websocket'
    ? 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-version: 13\r\n\r\n'
    : `GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`
/** What stands in the first bytes once a client is ready. */
const ready = by === 'websocket' ? '40{"sid"' : 'retry'
/** A frame with "40", which joins what all are told of; masked with nothing, as is allowed. */
const join = Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30])

let arrived: bigint[] = []
let wanted = ''
const sockets: Socket[] = []
// A few at a time: a server has a queue of those who knock.
for (let first = 0; first < count; first += 100) {
  await Promise.all(Array.from({ length: Math.min(100, count - first) }, open))
}
answer({ connected: sockets.length })
for await (const event of createInterface({ input: process.stdin })) {
  arrived = []
  wanted = `decision-${event.padStart(6, '0')}`
  answer({ waiting: event })
  const since = Date.now()
  while (arrived.length < count && Date.now() - since < 5_000) await new Promise((resolve) => setTimeout(resolve, 5))
  arrived.sort((a, b) => Number(a - b))
  const [middle, late, last] = [0.5, 0.99, 1].map((share) => String(arrived[Math.ceil(share * arrived.length) - 1]))
  answer({ count: arrived.length, middle, late, last })
}

function open(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(hello))
    sockets.push(socket)
    let begun = ''
    let joined = by !== 'websocket'
    socket.on('error', reject)
    socket.on('data', (bytes) => {
      if (begun !== 'done') {
        begun += bytes.toString('latin1')
        if (!joined && begun.includes('"sid"')) {
          joined = true
          socket.write(join)
        }
        if (!begun.includes(ready)) return
        begun = 'done'
        return resolve()
      }
      // Events are short and told one at a time, so each comes whole.
      if (wanted !== '' && bytes.includes(wanted)) arrived.push(process.hrtime.bigint())
    })
  })
}
