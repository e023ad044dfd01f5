import { SMTPServer } from 'smtp-server';

export interface SmtpSink {
  /** For SMTP_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A mail server on this machine that takes every mail and keeps none: a demonstration sends real mail over real
 * SMTP to nobody, and /dev/mail shows what was sent.
 */
export function startSmtpSink(): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, callback) {
      stream.resume();
      stream.once('end', () => callback());
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.on('error', () => undefined);
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        stop: () => new Promise(done => server.close(() => done())),
      });
    });
  });
}
