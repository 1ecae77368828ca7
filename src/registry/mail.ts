import { createTransport } from 'nodemailer'
import type { Accounts } from './accounts/index.ts'

/** Where letters go out and from whom they come: `SMTP_URL` and `MAIL_FROM`. */
export interface MailSettings {
  /** `smtps://name:secret@mail.concord.example`; it may hold a secret and is never shown. */
  readonly url: string
  readonly from: string
}

/** Sends one letter. It throws where the letter was not taken. */
export type Post = (letter: {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
}) => Promise<void>

const seconds = 1_000

/** The way out, over SMTP; half a minute for each step, far less than one process has a letter to itself. */
export function postBy({ url, from }: MailSettings): { readonly post: Post; close(): void } {
  const transport = createTransport({
    url,
    connectionTimeout: 30 * seconds,
    greetingTimeout: 30 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async post({ to, subject, text, messageId }) {
      // It is written by a machine and nobody shall answer it with one.
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from, to, subject, text, messageId: `<${messageId}>`, headers })
    },
    close: () => transport.close(),
  }
}

/**
 * Sends what is due, one letter after the other. Several processes may do so at once; who is killed in between has sent
 * a letter or not, and another sends it again under the same id.
 * @returns how many were sent, and what the last trouble was
 */
export async function sendDue(
  { outbox }: Pick<Accounts, 'outbox'>,
  post: Post,
  isStopped = () => false,
): Promise<{ sent: number; trouble?: unknown }> {
  let sent = 0
  let trouble: unknown
  while (!isStopped()) {
    const letter = await outbox.take()
    if (!letter) break
    if (letter.to === '') {
      // Whoever took their address back wants nothing more.
      await outbox.sent(letter.id)
      continue
    }
    try {
      await post(letter)
    } catch (error) {
      trouble = error
      await outbox.failed(letter)
      // Where nobody answers, nobody will answer the next letter either.
      if (isAway(error)) break
      continue
    }
    await outbox.sent(letter.id)
    sent += 1
  }
  return trouble === undefined ? { sent } : { sent, trouble }
}

function isAway(error: unknown): boolean {
  return ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH'].includes((error as { code?: string }).code ?? '')
}
